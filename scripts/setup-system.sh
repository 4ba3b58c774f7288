#!/usr/bin/env bash
# Installs what the tests need from the system: Chromium, PostgreSQL (without a default cluster) and poppler-utils.
# As root on Debian or Ubuntu it installs what is missing; elsewhere it names each missing part and how to get it.
# `setup-system.sh engines` also brings Firefox and WebKit, for `npm run engines`; `setup-system.sh input-methods` Firefox, a screen
# that nobody sees and Debian's methods of typing Vietnamese, for `npm run input-methods`.
set -euo pipefail

find_postgres() { command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
find_chromium() { [ -n "${CHROMIUM_PATH:-}" ] && [ -x "${CHROMIUM_PATH}" ] || command -v chromium >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

missing=()
find_chromium || missing+=(chromium)
find_postgres || missing+=(postgresql)
command -v pdfsig >/dev/null 2>&1 || missing+=(poppler-utils)
command -v openssl >/dev/null 2>&1 || missing+=(openssl)
if [ "${1:-}" = engines ]; then
  command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 || missing+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null 2>&1 || missing+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null 2>&1 || missing+=(xvfb)
fi
if [ "${1:-}" = input-methods ]; then
  command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 || missing+=(firefox-esr)
  command -v Xvfb >/dev/null 2>&1 || missing+=(xvfb)
  for part in xdotool dbus-daemon libglib2.0-bin dconf-gsettings-backend ibus ibus-gtk3 ibus-unikey ibus-m17n fcitx5 fcitx5-frontend-gtk3 fcitx5-unikey fcitx5-bamboo; do
    dpkg-query -W -f '${Status}' "$part" 2>/dev/null | grep -q 'ok installed' || missing+=("$part")
  done
fi

export DEBIAN_FRONTEND=noninteractive

if [ ${#missing[@]} -eq 0 ]; then
  echo "system: Chromium, PostgreSQL, poppler-utils and openssl are here"
elif may_install; then
  echo "system: installing ${missing[*]}"
  apt-get update -qq
  if [[ " ${missing[*]} " == *" postgresql "* ]]; then
    # No default cluster: the tests make their own throw-away one.
    apt-get install -y -qq --no-install-recommends postgresql-common >/dev/null
    mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/no-main.conf
  fi
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  echo "system: ready"
else
  echo "system: these parts are missing: ${missing[*]}" >&2
  echo "  Debian or Ubuntu:  sudo npm run setup:system" >&2
  echo "  macOS (Homebrew):  brew install --cask chromium; brew install postgresql@17 poppler openssl" >&2
  echo "  elsewhere:         install them by hand and set CHROMIUM_PATH to the browser binary" >&2
  exit 1
fi
