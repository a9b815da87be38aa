-- Things that are the court's to keep and lie nowhere, such as those that came back by a reversal: the custodian's list.
create index seized_items_unplaced on seized_items (court_id, state_since, id)
  where place_id is null and holder_id is null and keeper is null
    and state in ('in_store', 'awaiting_disposition', 'public_notice');
