package dev.touchstone.judge;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.VerdictApproved;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.StageStatement.VerdictRejected;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.report.Examined;
import dev.touchstone.judge.report.JudgeReport;
import dev.touchstone.judge.report.Notes;
import dev.touchstone.judge.report.inspect.InspectLog;
import dev.touchstone.judge.verdict.JuryConfig;
import dev.touchstone.judge.verdict.JuryVerdict;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Ends an attempt: the artifacts and the events that point to them are one transaction. */
@ApplicationScoped
class Closing {

    private static final String JSON = "application/json";
    private static final String JSON_LINES = "application/jsonl";

    private final Artifacts artifacts;
    private final JuryConfig config;

    Closing(Artifacts artifacts, JuryConfig config) {
        this.artifacts = artifacts;
        this.config = config;
    }

    /** A policy that contradicts itself ends the start, not every attempt. */
    void checkPolicy(@Observes StartupEvent event) {
        config.policy();
    }

    JudgeReport report(List<Examined> examined, Jury jury, Notes notes) {
        return new JudgeReport(examined, jury, config.policy(), config.resamples(), notes);
    }

    Outcome close(StageEvent request, AgentTarget agent, JudgeReport report) {
        List<Content> contents = List.of(new Content("judge_report.jsonl", JSON_LINES, report.lines()),
                new Content("judge_summary.json", JSON, report.summaryDocument()),
                new Content("relay_logs.jsonl", JSON_LINES, report.relayLog(agent)),
                new Content("judge_eval.json", JSON, InspectLog.of(request, agent, report)));
        Completed completed = new Completed(report.summary(), report.metrics(), report.warnings());
        List<EventDraft> events = new ArrayList<>();
        report.refusals(agent).forEach(refused -> events.add(EventDraft.after(request, refused)));
        events.add(EventDraft.after(request, verdict(report.verdict(), report.jurors())));
        events.add(EventDraft.after(request, completed)
                .with(Evidence.of(contents.stream().map(this::describe).toList())));
        return Outcome.of(events).with(() -> store(contents));
    }

    private static EventBody verdict(JuryVerdict verdict, int jurors) {
        return switch (verdict.verdict()) {
            case APPROVE -> new VerdictApproved(verdict.score(), verdict.reasons(), jurors);
            case MANUAL -> new VerdictManual(verdict.score(), verdict.reasons(), jurors);
            case REJECT -> new VerdictRejected(verdict.score(), verdict.reasons(), jurors);
        };
    }

    private ArtifactRef describe(Content content) {
        return artifacts.describe(content.name(), content.mediaType(), content.bytes());
    }

    private Uni<Void> store(List<Content> contents) {
        return Multi.createFrom().iterable(contents)
                .onItem().transformToUniAndConcatenate(each -> artifacts.store(each.name(), each.mediaType(), each.bytes()))
                .collect().asList().replaceWithVoid();
    }

    private static final class Content {

        private final String name;
        private final String mediaType;
        private final byte[] bytes;

        Content(String name, String mediaType, byte[] bytes) {
            this.name = name;
            this.mediaType = mediaType;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        String mediaType() {
            return mediaType;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
