package dev.touchstone.telemetry.run;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.EventDraft.AttemptRef;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Attempts;
import dev.touchstone.telemetry.Outcome;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.evidence.Setting;
import dev.touchstone.telemetry.evidence.Upload.Cause;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.RunDescription;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The row of a run. Whoever changes it holds its lock. */
// The W&B client knows no framework, so what of it is read by reflection is registered here.
@RegisterForReflection(targets = { RunDescription.class, RunDescription.Source.class })
@Entity
@Table(name = "wandb_run")
class RunRecord {

    @Id
    @Column(name = "submission_id")
    UUID submissionId;
    @Column(name = "workflow_run_id")
    UUID workflowRunId;
    @Column(name = "agent_id")
    String agentId;
    String revision;
    String stage;
    int attempt;

    String entity;
    String project;
    @Column(name = "run_id")
    String runId;
    @Nullable
    String alias;
    @Column(name = "base_url")
    String baseUrl;
    @Column(name = "started_at")
    Instant startedAt;

    String description;
    @Column(name = "description_version")
    long descriptionVersion;
    String summary;
    String attempts;
    long lines;
    @Column(name = "stat_lines")
    long statLines;
    @Column(name = "last_row_at")
    Instant lastRowAt;
    @Enumerated(EnumType.STRING)
    @Nullable
    Outcome outcome;
    @Column(name = "turn_sequence")
    long turnSequence;

    @Embedded
    SenderColumns sender = new SenderColumns();

    /** The run of a submission that nothing was heard of before. */
    static RunRecord register(StageEvent first) {
        RunRecord run = new RunRecord();
        ReviewRef review = first.review();
        run.submissionId = review.submissionId();
        run.workflowRunId = review.workflowRunId();
        run.agentId = review.agentId();
        run.revision = review.revision();
        run.entity = review.wandbRun().entity();
        run.project = review.wandbRun().project();
        run.runId = review.wandbRun().runId();
        run.alias = review.wandbRun().alias();
        run.baseUrl = review.wandbRun().baseUrl().toString();
        run.startedAt = first.origin().occurredAt();
        run.description = ExtendedJson.write(DescriptionProjection.first(review));
        run.descriptionVersion = 1;
        run.summary = "{}";
        run.attempts = ExtendedJson.write(Attempts.NONE);
        return run;
    }

    /** Gives the event its line and takes over what it says. */
    RowRecord add(StageEvent event, Instant now) {
        RowRecord row = new RowRecord(this, event, now);
        lines++;
        statLines += row.stat == null ? 0 : 1;
        lastRowAt = now;
        stage = event.stage().key();
        attempt = event.attempt();
        if (event.body() instanceof OwnerStatement.Requested) {
            workflowRunId = event.review().workflowRunId();
        }
        show(event);
        return row;
    }

    /** Brings the run's page up to date, unless an attempt that was given up says what is no longer asked. */
    private void show(StageEvent event) {
        Attempts known = attempts().after(event);
        attempts = ExtendedJson.write(known);
        if (!known.isLateResult(event)) {
            turn(event);
            describe(event);
            summary = ExtendedJson.write(SummaryProjection.after(summary(), event));
        }
    }

    /** Topics may overtake each other; what is causally last decides whether the review goes on. */
    private void turn(StageEvent event) {
        Turn.of(event.body()).filter(turn -> event.position().sequence() > turnSequence).ifPresent(turn -> {
            turnSequence = event.position().sequence();
            outcome = turn.outcome().orElse(null);
        });
    }

    private void describe(StageEvent event) {
        RunDescription before = description();
        RunDescription after = DescriptionProjection.after(before, event, Optional.ofNullable(outcome));
        if (!after.equals(before)) {
            description = ExtendedJson.write(after);
            descriptionVersion++;
        }
    }

    private Attempts attempts() {
        return ExtendedJson.readBack(attempts, Attempts.class);
    }

    private RunDescription description() {
        return ExtendedJson.readBack(description, RunDescription.class);
    }

    private Map<String, JsonNode> summary() {
        return SummaryProjection.read(summary);
    }

    /** In which setting the event just {@link #add added} is, for what it brings besides its line. */
    Setting settingOf(StageEvent event) {
        Attempts known = attempts();
        JsonNode policy = description().config().get("policy_version");
        JsonNode review = summary().get("review/url");
        return new Setting(known.number(event.review().workflowRunId()), known.isLateResult(event), lines - 1,
                policy == null ? null : policy.asText(), review == null ? null : review.asText());
    }

    /** Shows in the summary what a stage left behind, unless the summary speaks of another attempt by now. */
    void show(Cause cause, Map<String, JsonNode> values) {
        if (cause.isLatest(attempts())) {
            Map<String, JsonNode> shown = new LinkedHashMap<>(summary());
            shown.putAll(values);
            summary = ExtendedJson.write(shown);
        }
    }

    RecordedRun recorded() {
        ReviewRef review = new ReviewRef(submissionId, workflowRunId, agentId, revision, wandbRun());
        return new RecordedRun(review, new AttemptRef(Stage.of(stage), attempt),
                new RecordedRun.History(lines, startedAt, lastRowAt),
                new RecordedRun.Page(description(), descriptionVersion, summary(), attempts()), Optional.ofNullable(outcome));
    }

    WandbRun wandbRun() {
        return new WandbRun(entity, project, runId, URI.create(baseUrl), alias);
    }
}
