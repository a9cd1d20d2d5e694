package dev.touchstone.submission.review.precheck;

import java.util.List;
import java.util.Optional;

import dev.touchstone.submission.card.signature.SignatureCheck;
import dev.touchstone.submission.review.precheck.Evidence.Records;
import dev.touchstone.submission.review.precheck.Evidence.Run;

/** Checks against what is known here. */
final class RecordChecks {

    private static final String ONLINE = "online";

    private RecordChecks() {
    }

    static List<Check> of(Records records) {
        return List.of(signature(records.signature()), twin(records.twin()), run(records.run()));
    }

    private static Check signature(SignatureCheck check) {
        return switch (check) {
            // A2A leaves it to the agent, and so it does not count; an operator can require it at the intake.
            case SignatureCheck.NotSigned none ->
                Check.warning("card.signature", "The card is not signed.").withoutCounting();
            case SignatureCheck.Valid(List<String> keyIds) ->
                Check.passed("card.signature", "The card is signed with " + String.join(", ", keyIds) + ".");
            case SignatureCheck.Refused refused ->
                Check.violation("card.signature", "The signature at " + refused.pointer() + " " + refused.detail() + ".");
        };
    }

    private static Check twin(Optional<String> revision) {
        return revision.map(published -> Check.warning("snapshot.published",
                "Nothing has changed since revision " + published + ", which is published."))
                .orElseGet(() -> Check.passed("snapshot.published", "No published revision is the same."))
                .withoutCounting();
    }

    /** W&amp;B being away never stands against an agent. */
    private static Check run(Optional<Run> run) {
        return run.map(known -> known.state().equals(ONLINE)
                ? Check.passed("wandb.run", "The W&B run is online.")
                : Check.warning("wandb.run", "The W&B run is " + known.state() + ": " + known.reason()))
                .orElseGet(() -> Check.skipped("wandb.run", "Nothing was said about the W&B run yet."))
                .withoutCounting();
    }
}
