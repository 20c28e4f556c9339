"""Runs that show each fault. They hold for the schedules as they are: change those, seek anew.

``python -m tests.sync.simulation --seeds A:B --fault NAME`` seeks.
"""

SHOWN_BY: dict[str, tuple[int, ...]] = {
    "no_idempotency": (11,),
    "no_gap_check": (1222,),
    "unheard_restore": (152,),
    "reply_before_commit": (80,),
    "own_rows_left_out": (13,),
    "no_clone_check": (11,),
    "no_stub": (10,),
    "chain_at_position": (20,),
    "swallowed_moved_edit": (10,),
    "cursor_past_uncommitted": (0,),
    "last_wins_on_guarded": (13,),
    "covered_is_seen": (1000001,),
    "dropped_unknown_field": (11,),
    "ended_grant_stays": (15,),
    "refusal_unseen": (5,),
    "batch_named_by_numbers": (13,),
    "conflict_forgotten": (13,),
    "quarantine_blocks": (5,),
    "half_a_change_stays": (5,),
    "unreadable_change_blocks": (7,),
    "erased_value_at_county": (32,),
    "erased_value_on_laptop": (32,),
    "ack_by_high_water_mark": (1000002,),
    "outbox_not_in_transaction": (1000003,),
    "sealed_case_open": (9,),
    "sealed_without_its_entries": (9,),
    "sealing_unheard": (9,),
}
