/**
 * SQL: what a person (id expression) and the viewer are to each other, as JSON of the contract's `Relation`. A rejected
 * request is still `sent` to whoever sent it, and nothing to whoever rejected it.
 */
export const relationOf = (person: string): string => `(select json_build_object(
    'friend', coalesce(bool_or(tie.kind = 'friend' and tie.state = 'accepted'), false),
    'following', coalesce(bool_or(tie.kind = 'follow' and tie.from_id = $1::uuid), false),
    'followed_by', coalesce(bool_or(tie.kind = 'follow' and tie.to_id = $1::uuid), false),
    'request', min(case when tie.kind = 'friend' and tie.from_id = $1::uuid and tie.state in ('pending', 'rejected')
      then 'sent' when tie.kind = 'friend' and tie.to_id = $1::uuid and tie.state = 'pending' then 'received' end),
    'request_id', min(case when tie.kind = 'friend' and (tie.state = 'pending'
      or tie.state = 'rejected' and tie.from_id = $1::uuid) then tie.id::text end))
  from relationships tie where tie.from_id = $1::uuid and tie.to_id = ${person}
    or tie.from_id = ${person} and tie.to_id = $1::uuid)`
