/** Enough to catch a slip; whether the address is one is for the server and the mail to find out. */
export const EMAIL = { value: /^\s*\S+@\S+\.\S+\s*$/, message: 'This does not look like an e-mail address' }
