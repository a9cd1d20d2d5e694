package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** A case as stored: the whole view, and beside it what lists sort and search by. */
@Entity
@Table(name = "review_case")
class CaseRow {

    @Id
    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "organization_id")
    String organizationId;

    /** As it may be shown: PostgreSQL stores no NUL. */
    @Column(name = "agent_id")
    String agentId;

    String state;

    /** Of the W&amp;B run; empty before anything was heard of it. */
    @Column(name = "run_state")
    String runState;

    @Column(name = "started_at")
    Instant startedAt;

    @Nullable
    @Column(name = "waiting_since")
    Instant waitingSince;

    @Column(name = "changed_at")
    Instant changedAt;

    @Nullable
    @Column(name = "source_stage")
    String sourceStage;

    @Nullable
    String reason;

    @Nullable
    String verdict;

    @Column(name = "agent_name")
    String agentName;

    /** {@link CaseSummary} as JSON. */
    @Nullable
    String line;

    /** {@link SearchTerms}. */
    String search;

    /** {@link dev.touchstone.review.CaseView} as JSON. */
    String view;
}
