package dev.touchstone.review.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.review.ledger.Exports.Plan;
import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.check.ExportText;
import dev.touchstone.review.ledger.check.Limits;
import dev.touchstone.review.ledger.check.NotAnExport;
import dev.touchstone.review.ledger.check.Report;
import dev.touchstone.review.ledger.check.Trust;
import dev.touchstone.review.ledger.check.Verifier;
import io.smallrye.mutiny.Uni;

/** Checks the very file that would be given out. Works in the caller's transaction. */
@ApplicationScoped
public class Standings {

    private static final Limits LIMITS = new Limits(Exports.PAGE, Exports.PAGE);

    private final Exports exports;
    private final LedgerKey key;

    Standings(Exports exports, LedgerKey key) {
        this.exports = exports;
        this.key = key;
    }

    public Uni<Standing> of(UUID submissionId) {
        return exports.ofSubmission(submissionId, Optional.empty(), false)
                .flatMap(plan -> exports.page(plan, 0).map(items -> standing(plan, items)));
    }

    private Standing standing(Plan plan, List<Item> items) {
        return new Standing(plan.kept(), key.isDevelopment(), items.size() == Exports.PAGE ? null : check(plan, items));
    }

    private Report check(Plan plan, List<Item> items) {
        byte[] export = (ExportText.head(plan.head())
                + items.stream().map(ExportText::item).collect(Collectors.joining(ExportText.SEPARATOR)) + ExportText.END)
                .getBytes(StandardCharsets.UTF_8);
        try {
            return Verifier.verify(() -> new ByteArrayInputStream(export),
                    new Trust(List.of(key.verifier()), List.of(), List.of()), LIMITS);
        } catch (NotAnExport | IOException impossible) {
            throw new IllegalStateException("An export of our own cannot be read", impossible);
        }
    }
}
