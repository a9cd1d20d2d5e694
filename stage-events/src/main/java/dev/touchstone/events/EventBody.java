package dev.touchstone.events;

/**
 * What an event says. The cases are split by who may say it, since the broker's access rules are drawn along that
 * line: {@link Topics#of(StageEvent)} follows from the case alone, so that a service cannot state by mistake what
 * another one answers for. A kind that this version does not know is an {@link UnknownBody}: kept as it came.
 */
public sealed interface EventBody permits StageStatement, OwnerStatement, ReviewerStatement, RecordStatement, UnknownBody {
}
