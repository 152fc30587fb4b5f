-- Codes that come with an address instead of a ticket have tries of their own: whoever knows only the address cannot use
-- up those of the person who is signing in.
alter type code_purpose add value 'sign_in_by_address';
