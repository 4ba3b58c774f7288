/** Commune (xã, phường, đặc khu) of the administrative units in force. */
export interface CommuneEntry { code: string; name: string; provinceCode: string; provinceName: string }

export interface CommuneDirectory {
  find(code: string): CommuneEntry | undefined
}
