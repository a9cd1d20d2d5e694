package dev.touchstone.telemetry.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.ReviewRef;

/** What trying to put something into a run came to. W&amp;B's being away is none of it: that is the run's business. */
public sealed interface Settlement {

    /** The artifact is in W&amp;B and belongs to the run. */
    record Logged(Kept kept, Shown shown) implements Settlement {
    }

    /** W&amp;B took the alert. */
    record Given() implements Settlement {
    }

    /**
     * It will never be in W&amp;B.
     *
     * @param reason for people
     */
    record Refused(String reason) implements Settlement {
    }

    /**
     * The content cannot be had now.
     *
     * @param reason for people
     */
    record Postponed(String reason, Instant until) implements Settlement {
    }

    /** Whether W&amp;B has answered, so that it can be reached. */
    default boolean isWandbs() {
        return this instanceof Logged || this instanceof Given;
    }

    /** What the others are told of it, about the attempt that brought it. */
    default Optional<EventDraft> told(Upload upload, ReviewRef review) {
        Optional<EventBody> body = upload.plan() instanceof Plan.Artifact artifact ? body(artifact) : Optional.empty();
        ReviewRef then = new ReviewRef(review.submissionId(), upload.cause().round(), review.agentId(), review.revision(),
                review.wandbRun());
        return body.map(told -> new EventDraft(then, upload.cause().at(), told, Evidence.none(), Optional.empty()));
    }

    private Optional<EventBody> body(Plan.Artifact artifact) {
        return switch (this) {
            case Logged(Kept kept, Shown ignored) -> Optional.of(new ArtifactLogged(artifact.name(), artifact.type(),
                    kept.digest(), kept.artifactId(), kept.contents()));
            case Refused(String reason) -> Optional.of(new ArtifactNotLogged(artifact.name(), artifact.type(), reason));
            case Given ignored -> Optional.empty();
            case Postponed ignored -> Optional.empty();
        };
    }

    /**
     * The artifact as W&amp;B has it.
     *
     * @param digest W&amp;B's, of the manifest
     * @param contents our digests of the files in it
     * @param bytes that were sent; 0 where W&amp;B had them
     */
    record Kept(String artifactId, String digest, List<String> contents, long bytes) {

        public Kept {
            contents = List.copyOf(contents);
        }
    }

    /**
     * What the run's page shows of it.
     *
     * @param files of the run that were uploaded, by name
     * @param summary values by key that refer to them
     */
    record Shown(List<String> files, Map<String, JsonNode> summary) {

        static final Shown NOTHING = new Shown(List.of(), Map.of());

        public Shown {
            files = List.copyOf(files);
            summary = Map.copyOf(summary);
        }
    }
}
