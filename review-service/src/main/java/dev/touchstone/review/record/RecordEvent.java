package dev.touchstone.review.record;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.review.artifacts.ArtifactSources;
import dev.touchstone.review.cases.CaseFile;
import dev.touchstone.review.ledger.Ledger;
import io.smallrye.mutiny.Uni;

/** Takes every event into the timeline, the case, the ledger and the human stage: all of them or none. */
@ApplicationScoped
class RecordEvent {

    private final Receiver receiver;
    private final CaseFile file;
    private final ArtifactSources artifacts;
    private final Ledger ledger;
    private final Reactions reactions;

    RecordEvent(Receiver receiver, CaseFile file, ArtifactSources artifacts, Ledger ledger, Reactions reactions) {
        this.receiver = receiver;
        this.file = file;
        this.artifacts = artifacts;
        this.ledger = ledger;
        this.reactions = reactions;
    }

    @Incoming("events")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive("RecordEvent", message, event -> record(event, message.value()));
    }

    /** The ledger comes last: its one lock is held from then to the end of the transaction. */
    private Uni<Void> record(StageEvent event, byte[] payload) {
        return file.add(event, payload)
                .call(() -> artifacts.note(event.submissionId(), event.evidence().artifacts()))
                .call(view -> reactions.to(event, payload, view))
                .chain(() -> ledger.append(event, payload));
    }
}
