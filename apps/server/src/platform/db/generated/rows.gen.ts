// Written by `npm run db:types` from the migrations; do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Tables = {
  access_tokens: {
    hash: Buffer
    session_id: string
    expires_at: string
  }
  activities: {
    id: string
    actor_id: string
    type: string
    audience: 'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'
    show_id: string | null
    attendance_id: string | null
    comment_id: string | null
    relationship_id: string | null
    target_id: string | null
    gathers_until: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  analyses: {
    media_id: string
    state: string
    run: string | null
    tried: number | null
    progress: Generated<number>
    failure: string | null
    failure_code: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
    engine: string | null
    version: number | null
    model: string | null
    analyzed_at: string | null
    result: unknown | null
    bpm: number | null
    tonic: string | null
    mode: string | null
    time_signature: string | null
    loudness: number | null
    energy: number | null
    danceability: number | null
    valence: number | null
    labels: Generated<string[]>
    description: string | null
    embedding: Buffer | null
  }
  artists: {
    id: string
    name: string
    name_key: ColumnType<string, never, never>
    mbid: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
    merged_into: string | null
    disambiguation: string | null
    cover_group: string | null
    cover_title: string | null
  }
  attendances: {
    id: string
    show_id: string
    person_id: string
    rsvp: string | null
    state: string
    method: Generated<string>
    arrived_at: string | null
    left_at: string | null
    notes: string | null
    rating: number | null
    audience: 'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'
    starts_at: string
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  audit_events: {
    id: string
    act: string
    actor_id: string | null
    actor_pseudonym: string | null
    subject_id: string | null
    subject_pseudonym: string | null
    details: Generated<unknown>
    created_at: Generated<string>
  }
  calendar_feeds: {
    person_id: string
    token_hash: Buffer
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  challenges: {
    id: string
    user_id: string
    ticket_hash: Buffer
    created_at: Generated<string>
    expires_at: string
  }
  cities: {
    id: number
    name: string
    name_key: string
    country: string
    population: number
    latitude: number
    longitude: number
    time_zone: string
  }
  code_tries: {
    user_id: string
    purpose: 'sign_in' | 'enable' | 'recovery' | 'sign_in_by_address'
    wrong: Generated<number>
    since: Generated<string>
  }
  comment_mentions: {
    comment_id: string
    user_id: string
    written: string
  }
  comments: {
    id: string
    show_id: string
    author_id: string | null
    content: string
    edited: Generated<boolean>
    created_at: Generated<string>
    updated_at: Generated<string>
    deleted_at: string | null
    deleted_by: string | null
  }
  connection_requests: {
    state_hash: Buffer
    person_id: string
    provider: string
    verifier: Buffer
    redirect_uri: string
    return_to: string
    expires_at: string
  }
  conversation_members: {
    conversation_id: string
    person_id: string
    read_number: Generated<number>
    muted: Generated<boolean>
    silenced_until: string | null
    removed_at: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  conversations: {
    id: string
    kind: string
    show_id: string | null
    pair: string | null
    last_number: Generated<number>
    last_at: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  credentials: {
    id: string
    user_id: string
    kind: 'email' | 'totp'
    secret: Buffer | null
    last_step: number | null
    created_at: Generated<string>
    confirmed_at: string | null
  }
  event_staff: {
    show_id: string
    person_id: string
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  exports: {
    id: string
    user_id: string
    format: string
    state: Generated<string>
    progress: Generated<number>
    storage_key: string | null
    file_size: number | null
    failure: string | null
    expires_at: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  idempotency_keys: {
    user_id: string
    key: string
    fingerprint: Buffer
    status: number | null
    answer: unknown | null
    created_at: Generated<string>
  }
  import_rows: {
    import_id: string
    kind: string
    row: number
    cells: string[] | null
    entry: unknown | null
    verdict: string
    problems: Generated<unknown>
    match_id: string | null
    match_row: number | null
    match_mine: Generated<boolean>
    key: string | null
    decision: string | null
    outcome: string | null
    made_id: string | null
    made: unknown | null
  }
  imports: {
    id: string
    person_id: string
    source: string
    state: Generated<string>
    phase: string | null
    progress: Generated<number>
    storage_key: string | null
    file_name: string | null
    file_size: number | null
    username: string | null
    columns: Generated<unknown>
    mapping: Generated<unknown>
    missing: Generated<string[]>
    date_format: string | null
    wish: unknown | null
    turn: string | null
    audience: 'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public' | null
    verdicts: Generated<unknown>
    outcomes: Generated<unknown>
    extras: Generated<unknown>
    done: Generated<number>
    total: Generated<number>
    failure: string | null
    told_at: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  instance_settings: {
    id: Generated<boolean>
    name: Generated<string>
    registration: Generated<string>
    organizers: Generated<string>
    updated_at: Generated<string>
  }
  invitations: {
    id: string
    token_hash: Buffer
    email: string | null
    role: 'attendee' | 'organizer' | 'moderator' | 'admin'
    created_by: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
    expires_at: string
    used_at: string | null
    used_by: string | null
  }
  library_entries: {
    person_id: string
    track_id: string
    source: string
    title: string | null
    artist: string | null
    album: string | null
    added_at: Generated<string>
    left_out_at: string | null
    place: { x: number; y: number } | null
    tempo: number | null
  }
  library_syncs: {
    id: string
    person_id: string
    state: string
    most: number
    at: Generated<number>
    total: number | null
    added: Generated<number>
    message: string | null
    resumes_at: string | null
    tries: Generated<number>
    told_at: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  linked_accounts: {
    person_id: string
    provider: string
    external_id: string
    account_name: string | null
    scopes: string[]
    access_token: Buffer
    refresh_token: Buffer | null
    access_expires_at: string
    ended_at: string | null
    connected_at: Generated<string>
    updated_at: Generated<string>
  }
  listens: {
    id: string
    person_id: string
    track_id: string
    mood: string | null
    seconds: Generated<number>
    outcome: Generated<string>
    played_at: Generated<string>
  }
  live_processes: {
    id: string
    beat_at: Generated<string>
  }
  mailed_links: {
    hash: Buffer
    user_id: string
    purpose: 'verify_email' | 'reset_password' | 'change_email'
    email: string
    created_at: Generated<string>
    expires_at: string
    used_at: string | null
  }
  media: {
    id: string
    kind: string
    owner_id: string
    show_id: string | null
    audience: 'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'
    caption: string | null
    file_name: string | null
    storage_key: string
    sha256: Buffer
    file_size: number
    mime_type: string
    width: number | null
    height: number | null
    captured_at: string | null
    captured_at_source: string | null
    latitude: number | null
    longitude: number | null
    placeholder: string | null
    color: string | null
    state: Generated<string>
    failure: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
    duration_ms: number | null
    bitrate: number | null
    tags: unknown | null
    failure_code: string | null
    deleted_at: string | null
  }
  messages: {
    id: string
    conversation_id: string
    number: number
    author_id: string | null
    client_id: string | null
    text: string
    edited: Generated<boolean>
    deleted_at: string | null
    deleted_by: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  migrations: {
    name: string
    sha256: string
    applied_at: Generated<string>
  }
  moderation_cases: {
    id: string
    target: string
    target_id: string
    person_id: string | null
    show_id: string | null
    excerpt: string
    action: string | null
    decision: string | null
    decided_by: string | null
    decided_at: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  mood_rules: {
    person_id: string | null
    mood: string
    valence_from: number
    valence_to: number
    energy_from: number
    energy_to: number
    tempo_from: number
    tempo_to: number
    description: string
    updated_at: Generated<string>
  }
  mood_samples: {
    id: string
    person_id: string
    mood: string | null
    confidence: number
    source: string
    scores: unknown | null
    valence: number
    energy: number
    corrected_at: string | null
    corrected_from: string | null
    created_at: Generated<string>
  }
  notification_settings: {
    person_id: string
    kind: string
    in_app: boolean
    mail: boolean
    updated_at: Generated<string>
  }
  notifications: {
    id: string
    person_id: string
    kind: string
    topic: string | null
    actor_id: string | null
    show_id: string | null
    comment_id: string | null
    conversation_id: string | null
    request_id: string | null
    note: string | null
    count: Generated<number>
    in_app: Generated<boolean>
    mail_at: string | null
    read_at: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  one_time_codes: {
    id: string
    user_id: string
    purpose: 'sign_in' | 'enable' | 'recovery' | 'sign_in_by_address'
    challenge_id: string | null
    hash: Buffer
    created_at: Generated<string>
    expires_at: string
    used_at: string | null
    replaced_at: string | null
  }
  organizer_requests: {
    id: string
    person_id: string
    message: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
    decided_at: string | null
    granted: boolean | null
  }
  performances: {
    id: string
    show_id: string
    artist_id: string
    position: number
  }
  playlist_tracks: {
    playlist_id: string
    position: number
    track_id: string
  }
  playlists: {
    id: string
    person_id: string
    name: string
    description: Generated<string>
    mood: string | null
    spotify_id: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  presences: {
    room: string
    person_id: string
    process_id: string
  }
  provider_answers: {
    key: Buffer
    provider: string
    answer: unknown
    expires_at: string
  }
  provider_turns: {
    provider: string
    next_at: Generated<string>
    day: Generated<string>
    asked: Generated<number>
    refused: Generated<number>
    over: Generated<boolean>
    answered_at: string | null
    failed_at: string | null
    last_error: string | null
  }
  rate_limits: {
    key: string
    points: Generated<number>
    expire: number | null
  }
  recovery_codes: {
    user_id: string
    hash: Buffer
    used_at: string | null
  }
  refresh_tokens: {
    hash: Buffer
    session_id: string
    expires_at: string
    used_at: string | null
  }
  refused_addresses: {
    address: string
    answer: string
    refused_at: Generated<string>
  }
  relationships: {
    from_id: string
    to_id: string
    kind: string
    state: Generated<string>
    created_at: Generated<string>
    updated_at: Generated<string>
    id: Generated<string>
  }
  renditions: {
    media_id: string
    name: string
    storage_key: string
    mime_type: string
    file_size: number
    width: number | null
    height: number | null
    created_at: Generated<string>
    codecs: string | null
    bitrate: number | null
  }
  reports: {
    id: string
    case_id: string
    reporter_id: string | null
    reason: string
    note: string
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  revisions: {
    id: string
    subject: string
    subject_id: string
    show_id: string | null
    own_show_id: ColumnType<string | null, never, never>
    author_id: string | null
    kind: string
    changes: unknown
    reverts_id: string | null
    signed: boolean
    hidden: boolean
    created_at: Generated<string>
  }
  rsvps: {
    show_id: string
    person_id: string
    status: string
    place: number
    audience: 'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  sessions: {
    id: string
    user_id: string
    user_agent: string | null
    ip: string | null
    created_at: Generated<string>
    last_used_at: Generated<string>
    expires_at: string
  }
  setlist_links: {
    show_id: string
    provider: string
    external_id: string
    version_id: string | null
    url: string
    taken_at: Generated<string>
  }
  setlist_songs: {
    id: string
    show_id: string
    position: number
    song_name: string
    artist_name: string | null
    encore: Generated<boolean>
    notes: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
    song_key: ColumnType<string, never, never>
    set_number: Generated<number>
    cover_of: string | null
    guest: string | null
    tape: Generated<boolean>
  }
  show_redirects: {
    old_id: string
    new_id: string
    created_at: Generated<string>
  }
  shows: {
    id: string
    title: string | null
    title_key: ColumnType<string | null, never, never>
    venue_id: string
    headliner_id: string | null
    show_date: string
    show_time: string | null
    starts_at: string
    ends_at: string | null
    time_zone: string
    status: Generated<string>
    origin: Generated<string>
    organizer_id: string | null
    visibility: Generated<'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'>
    created_by: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
    words: Generated<string>
    description: string | null
    category: string | null
    category_key: ColumnType<string | null, never, never>
    doors_at: string | null
    capacity: number | null
    geofence_radius: Generated<number>
    location_address: string | null
    latitude: number | null
    longitude: number | null
    pos: ColumnType<string | null, never, never>
    poster: string | null
    poster_width: number | null
    poster_height: number | null
    poster_placeholder: string | null
    poster_color: string | null
    published_at: string | null
    cancelled_at: string | null
    cancel_reason: string | null
  }
  tracks: {
    id: string
    media_id: string | null
    spotify_id: string | null
    title: string | null
    artist: string | null
    album: string | null
    duration: number | null
    artwork_url: string | null
    created_at: Generated<string>
    features_state: Generated<string>
    features_at: string | null
    features_source: string | null
    valence: number | null
    energy: number | null
    tempo: number | null
    danceability: number | null
    acousticness: number | null
    instrumentalness: number | null
    liveness: number | null
    speechiness: number | null
    loudness: number | null
  }
  uploads: {
    id: string
    owner_id: string
    state: Generated<string>
    length: number
    received: Generated<number>
    ref: string | null
    kind: string | null
    show_id: string | null
    caption: string | null
    audience: 'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public' | null
    file_name: string | null
    sha256: Buffer | null
    last_modified: string | null
    metadata: string | null
    media_id: string | null
    duplicate: Generated<boolean>
    problem_code: string | null
    problem_message: string | null
    writer: string | null
    writer_until: string | null
    created_at: Generated<string>
    expires_at: string
  }
  users: {
    id: string
    username: string
    email: string
    email_verified: Generated<boolean>
    password_hash: string
    mfa_enabled: Generated<boolean>
    role: Generated<'attendee' | 'organizer' | 'moderator' | 'admin'>
    display_name: string | null
    bio: string | null
    home_city: string | null
    time_zone: string | null
    default_audience: Generated<'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'>
    default_media_audience: Generated<'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'>
    created_at: Generated<string>
    updated_at: Generated<string>
    words: ColumnType<string, never, never>
    awaits_first_code: Generated<boolean>
    pending_email: string | null
    suspended_at: string | null
    avatar: string | null
    profile_audience: Generated<'private' | 'people' | 'friends' | 'attendees' | 'link' | 'public'>
    leaves_at: string | null
    found_by_email: Generated<boolean>
  }
  venues: {
    id: string
    name: string
    address: string | null
    city: string | null
    state: string | null
    country: string | null
    latitude: number | null
    longitude: number | null
    time_zone: string
    place_key: ColumnType<string, never, never>
    name_key: ColumnType<string, never, never>
    city_key: ColumnType<string | null, never, never>
    pos: ColumnType<string | null, never, never>
    created_at: Generated<string>
    updated_at: Generated<string>
    merged_into: string | null
    osm_id: string | null
    google_place_id: string | null
  }
}
