"""Pull: by scope, compacted, without holes; a feed whose history changed is read anew."""

from uuid import UUID

from sqlalchemy import delete, update

from gridapp.contract import wire
from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op, PullRequest
from gridapp.domain.sync.chain import digest
from gridapp.server.county.county import County
from gridapp.server.database.tables import device, feed_head, grant
from tests.server.conftest import Enrol
from tests.server.grids import (
    COUNTY,
    MICRO_1,
    MICRO_2,
    OTHER_MICRO,
    OTHER_VILLAGE,
    TOWNSHIP,
    VILLAGE,
)
from tests.server.laptops import Laptop, answer, fresh_id, household, member


def new_household(laptop: Laptop, unit: UUID) -> Change:
    return laptop.change(Op.CREATE, "household", fresh_id(), unit, **household())


def new_round(laptop: Laptop, unit: UUID, name: str) -> Change:
    return laptop.change(
        Op.CREATE,
        "round",
        fresh_id(),
        unit,
        kind="routine",
        name=name,
        starts_on="2026-11-16",
        ends_on="2026-11-22",
    )


def test_a_second_laptop_of_the_village_sees_what_the_first_pushed(
    village: Laptop, enrolled: Enrol
) -> None:
    home = new_household(village, MICRO_1)
    village.push(home)
    second = enrolled(VILLAGE, Role.VILLAGE)
    row = second.pull()[("household", home.record_id)]
    assert (row.unit, row.revision, row.fields["address"]) == (MICRO_1, 1, "老街1号")
    assert "unit_id" not in row.fields


def test_a_leader_holds_the_own_micro_grid_the_path_and_its_rounds_only(
    grid: Laptop, village: Laptop, enrolled: Enrol
) -> None:
    mine, next_door = new_household(village, MICRO_1), new_household(village, MICRO_2)
    person = village.change(Op.CREATE, "member", fresh_id(), MICRO_1, **member(mine.record_id))
    village_round = new_round(village, VILLAGE, "甲村第一轮")
    village.push(mine, next_door, person, village_round)
    far, county_round = new_household(grid, OTHER_MICRO), new_round(grid, COUNTY, "全县集中")
    foreign_round = new_round(grid, OTHER_VILLAGE, "乙村第一轮")
    grid.push(far, county_round, foreign_round)
    leader = enrolled(MICRO_1, Role.LEADER)
    assert set(leader.pull()) == {
        ("unit", COUNTY),
        ("unit", TOWNSHIP),
        ("unit", VILLAGE),
        ("unit", MICRO_1),
        ("round", village_round.record_id),
        ("round", county_round.record_id),
        ("household", mine.record_id),
        ("member", person.record_id),
    }


def test_a_township_sees_its_villages_and_not_a_neighbours(
    grid: Laptop, village: Laptop, enrolled: Enrol
) -> None:
    home, far = new_household(village, MICRO_1), new_household(grid, OTHER_MICRO)
    village.push(home)
    grid.push(far)
    township = enrolled(TOWNSHIP, Role.TOWNSHIP)
    neighbour = enrolled(OTHER_VILLAGE, Role.VILLAGE)
    assert {("household", home.record_id), ("household", far.record_id)} <= township.pull().keys()
    assert ("household", home.record_id) not in neighbour.pull()


def test_pages_of_three_rows_bring_everything_and_the_last_has_the_sum(
    village: Laptop, enrolled: Enrol
) -> None:
    homes = [new_household(village, MICRO_1) for _ in range(8)]
    village.push(*homes)
    second = enrolled(VILLAGE, Role.VILLAGE)
    sums = {}
    while True:
        reply = second.pull_once(limit=3)
        assert sum(len(page.rows) for page in reply.feeds.values()) <= 3
        sums |= {feed: page for feed, page in reply.feeds.items() if page.count is not None}
        if not any(page.more for page in reply.feeds.values()):
            break
    assert {("household", home.record_id) for home in homes} <= second.rows.keys()
    in_village = [row for row in second.rows.values() if row.unit in {MICRO_1, MICRO_2}]
    page = sums[str(VILLAGE)]
    assert page.count == len(in_village) == 10, "eight households and two micro-grids"
    assert page.digest == digest((row.id, row.revision) for row in in_village)


def test_nothing_new_is_an_empty_answer(village: Laptop) -> None:
    village.push(new_household(village, MICRO_1))
    village.pull()
    assert village.pull_once().feeds == {}


def test_a_record_changed_three_times_travels_once(village: Laptop, enrolled: Enrol) -> None:
    second = enrolled(VILLAGE, Role.VILLAGE)
    second.pull()
    home = new_household(village, MICRO_1)
    village.push(home)
    for revision in (1, 2):
        village.push(
            village.change(
                Op.UPDATE, "household", home.record_id, MICRO_1, base=revision, note=str(revision)
            )
        )
    rows = second.pull_once().feeds[str(VILLAGE)].rows
    assert [(row.revision, row.fields["note"]) for row in rows] == [(3, "2")]


def test_own_writes_do_not_travel_back(village: Laptop, enrolled: Enrol) -> None:
    village.pull()
    village.push(new_household(village, MICRO_1))
    page = village.pull_once().feeds[str(VILLAGE)]
    assert (page.rows, page.count) == ([], 3)


def test_while_one_feed_is_read_anew_own_writes_of_the_others_come_along(village: Laptop) -> None:
    """Its unit may have come from there to here: then the laptop would drop what it wrote."""
    village.pull()
    village.push(new_household(village, MICRO_1))
    del village.cursors[str(TOWNSHIP)]
    reply = village.pull_once()
    assert reply.feeds[str(TOWNSHIP)].reset
    assert [row.kind for row in reply.feeds[str(VILLAGE)].rows] == ["household"]


def test_a_county_restored_from_backup_makes_the_laptop_read_anew(
    village: Laptop, county: County
) -> None:
    village.push(new_household(village, MICRO_1))
    village.pull()
    seen = village.cursors[str(VILLAGE)].head_seq
    with county.writing() as connection:
        connection.execute(
            update(feed_head)
            .where(feed_head.c.feed == VILLAGE, feed_head.c.seq == seen)
            .values(chain="another history")
        )
    village.push(new_household(village, MICRO_1))
    page = village.pull_once().feeds[str(VILLAGE)]
    assert (page.reset, len(page.rows)) == (True, 4)


def test_a_head_that_the_county_never_had_makes_the_laptop_read_anew(
    village: Laptop, county: County
) -> None:
    village.push(new_household(village, MICRO_1))
    village.pull()
    seen = village.cursors[str(VILLAGE)].head_seq
    with county.writing() as connection:
        connection.execute(delete(feed_head).where(feed_head.c.seq == seen))
    village.push(new_household(village, MICRO_1))
    assert village.pull_once().feeds[str(VILLAGE)].reset


def test_a_further_grant_brings_the_records_that_were_there_before(
    village: Laptop, enrolled: Enrol
) -> None:
    home = new_household(village, MICRO_2)
    village.push(home)
    leader = enrolled(MICRO_1, Role.LEADER)
    assert ("household", home.record_id) not in leader.pull()
    enrolled(MICRO_2, Role.LEADER, leader)
    assert ("household", home.record_id) in leader.pull()


def test_an_ended_grant_takes_its_feed_away(
    grid: Laptop, village: Laptop, enrolled: Enrol, county: County
) -> None:
    leader = enrolled(MICRO_1, Role.LEADER)
    enrolled(OTHER_MICRO, Role.LEADER, leader)
    leader.pull()
    with county.writing() as connection:
        connection.execute(
            update(grant)
            .where(grant.c.device_id == leader.id, grant.c.unit_id == OTHER_MICRO)
            .values(ended=True)
        )
    late = new_household(leader, OTHER_MICRO)
    reply = leader.push(late)
    assert reply.results[0].outcome == "applied", "written before the laptop knew"
    answer = leader.pull_once()
    assert answer.revoked == [str(OTHER_VILLAGE)]
    assert [kept.unit_id for kept in answer.grants] == [MICRO_1]


def test_a_revoked_device_may_hand_in_its_work_and_reads_nothing(
    village: Laptop, county: County
) -> None:
    with county.writing() as connection:
        connection.execute(update(device).where(device.c.id == village.id).values(status="revoked"))
    assert village.push(new_household(village, MICRO_1)).results[0].outcome == "applied"
    asked = PullRequest(device=village.id, schema_version=1, ack=(0, ""), cursors={})
    response = village.post("/v1/sync/pull", wire.pack_pull(asked), {})
    assert (response.status_code, response.json()["code"]) == (403, "403.2 revoked")


def test_a_unit_put_under_another_village_takes_its_records_to_that_feed(
    grid: Laptop, village: Laptop, enrolled: Enrol
) -> None:
    home = new_household(village, MICRO_1)
    village.push(home)
    village.pull()
    other = enrolled(OTHER_VILLAGE, Role.VILLAGE)
    other.pull()
    grid.push(
        grid.change(Op.UPDATE, "unit", MICRO_1, MICRO_1, base=1, parent_id=str(OTHER_VILLAGE))
    )
    keys = {("unit", MICRO_1), ("household", home.record_id)}
    assert keys <= other.pull().keys()
    assert keys.isdisjoint(village.pull())


def test_of_what_moved_and_is_deleted_the_feed_that_it_left_tells_too(
    grid: Laptop, village: Laptop, enrolled: Enrol
) -> None:
    """Its new feed tells only who goes on reading there, and not who begins anew."""
    home = new_household(village, MICRO_1)
    person = village.change(Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id))
    village.push(home, person)
    township = enrolled(TOWNSHIP, Role.TOWNSHIP)
    township.pull()
    village.push(village.change(Op.DELETE, "member", person.record_id, MICRO_1, base=1))
    move = {"base": 1, "unit_id": str(OTHER_VILLAGE)}
    grid.push(grid.change(Op.UPDATE, "household", home.record_id, MICRO_1, **move))
    stubs = township.pull_once().feeds[str(VILLAGE)].stubs
    assert [(stub.kind, stub.id) for stub in stubs] == [("member", person.record_id)]


def test_what_commits_later_has_the_later_position(
    grid: Laptop, village: Laptop, enrolled: Enrol
) -> None:
    second = enrolled(VILLAGE, Role.VILLAGE)
    positions = []
    for laptop in (village, second, village, second):
        reply = laptop.push(new_household(laptop, MICRO_1))
        positions.append(reply.results[0].position)
    assert positions == sorted(set(positions))


def test_a_pull_rides_along_with_a_push(village: Laptop, enrolled: Enrol) -> None:
    second = enrolled(VILLAGE, Role.VILLAGE)
    home = new_household(second, MICRO_1)
    second.push(home)
    request = village.request(new_household(village, MICRO_1))
    request.pull = PullRequest(device=village.id, schema_version=1, ack=(0, ""), cursors={})
    reply = answer(request, village.send)
    assert reply.pull is not None
    rows = reply.pull.feeds[str(VILLAGE)].rows
    assert home.record_id in {row.id for row in rows}


def test_households_of_unknown_units_are_nobodys_to_write(village: Laptop) -> None:
    reply = village.push(new_household(village, fresh_id()))
    assert reply.results[0].code == "403.3 out_of_scope"


def test_a_county_that_lost_acknowledged_work_asks_for_it_before_it_resets(
    village: Laptop, county: County
) -> None:
    village.push(new_household(village, MICRO_1))
    village.pull()
    with county.writing() as connection:  # as it was in the backup
        connection.execute(
            update(device).where(device.c.id == village.id).values(last_dseq=0, head="")
        )
    asked = pull_request(village, (village.dseq, village.head))
    response = village.post("/v1/sync/pull", wire.pack_pull(asked), {})
    assert (response.status_code, response.json()["code"]) == (409, "409.1 dseq_gap")
    assert response.json()["expected"] == 1


def test_a_laptop_whose_twin_went_on_is_told_so_by_its_pull(village: Laptop) -> None:
    village.push(new_household(village, MICRO_1))
    end = (village.dseq, village.head)
    village.push(new_household(village, MICRO_1))
    for ack in [(village.dseq, "0" * 64), (end[0], "0" * 64)]:
        response = village.post("/v1/sync/pull", wire.pack_pull(pull_request(village, ack)), {})
        assert (response.status_code, response.json()["code"]) == (409, "409.2 device_forked")
    response = village.post("/v1/sync/pull", wire.pack_pull(pull_request(village, end)), {})
    assert response.status_code == 200, "the reply to its last batch was lost"


def test_a_page_of_long_rows_has_fewer_of_them(village: Laptop, enrolled: Enrol) -> None:
    second = enrolled(VILLAGE, Role.VILLAGE)
    long = [
        village.change(
            Op.CREATE, "household", fresh_id(), MICRO_1, **household(address="老街" * 500)
        )
        for _ in range(20)
    ]
    village.push(*long)
    page = second.pull_once(limit=40).feeds[str(VILLAGE)]
    assert page.more
    assert 1 <= len(page.rows) < 20
    assert {home.record_id for home in long} <= {
        record_id for _, record_id in second.pull(limit=40)
    }


def pull_request(laptop: Laptop, ack: tuple[int, str]) -> PullRequest:
    return PullRequest(device=laptop.id, schema_version=1, ack=ack, cursors=laptop.cursors)
