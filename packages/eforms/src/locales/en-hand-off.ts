import type { AreaLike } from './ui-strings.ts'
import type { viHandOff } from './vi-hand-off.ts'

/** Words of the last page of a hand-off and of the declaration on paper, English. */
export const enHandOff: AreaLike<typeof viHandOff> = {
  handOffTitle: 'Your declaration is ready',
  handOffWhere: 'Where to file',
  handOffHonest: 'The place where you file may ask again for some of what you stated here. This page has not sent your declaration.',
  handOffAppear: 'This procedure needs you to appear. Bring the originals of your papers.',
  handOffLink: 'Open the place to file',
  print: 'Print the declaration',
  downloadPackage: 'Download the data of the declaration (JSON)',
  qrPackageAlt: 'QR code with the procedure code and the check code of the data, without personal data',
  packageHash: 'Check code of the data (SHA-256): {hash}',
  packageNote: 'The data file holds your personal data. Give it to the receiving office only.',
  declaration: 'Declaration',
  signer: 'Requester',
  signManner: '(Signature and full name)',
  declarationDate: 'Done at: ……………………, day …… month …… year ………',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  addressee: 'To: {agency}',
  formCode: 'Form {code}',
  noRows: 'None',
  handOffCode: 'Look there for the procedure with the code {code}.',
}
