package dev.touchstone.submission.review.precheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.SandboxRelay.Probing;
import dev.touchstone.submission.SandboxRelay.Reason;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.card.AgentCard.Ability;
import dev.touchstone.submission.card.CardReader;
import dev.touchstone.submission.card.CardReading;
import dev.touchstone.submission.card.Snapshot;

/** What precheck looks at. Pure: the same documents and the same probe always make the same report. */
final class Prechecks {

    private final JsonNode card;
    private final JsonNode manifest;
    private final Probing probing;
    private final List<Check> checks = new ArrayList<>();

    private Prechecks(JsonNode card, JsonNode manifest, Probing probing) {
        this.card = card;
        this.manifest = manifest;
        this.probing = probing;
    }

    /**
     * @param manifest a missing node where there is none
     */
    static PrecheckReport report(JsonNode card, JsonNode manifest, Probing probing) {
        return new Prechecks(card, manifest, probing).report();
    }

    private PrecheckReport report() {
        switch (CardReader.read(card, "")) {
            case CardReading.Understood(AgentCard read) -> {
                checks.add(Check.passed("card.schema", "The card can be read."));
                checkProfile(read.profile());
                checkManifest(read.profile().abilities());
            }
            case CardReading.Refused refused -> refused.violations().forEach(
                    each -> checks.add(Check.violation("card.schema", "Card " + each.pointer() + " " + each.detail())));
        }
        checkEndpoint();
        return new PrecheckReport(checks, Snapshot.digest(card, manifest));
    }

    private void checkProfile(AgentCard.Profile profile) {
        check("card.description", profile.description().filter(text -> !text.isBlank()), "The card has a description.",
                "The card has no description.");
        check("card.version", profile.version(), "The card has a version.", "The card has no version.");
        check("card.skills", profile.abilities().stream().findFirst(), "The card names what the agent can do.",
                "The card names nothing that the agent can do.");
    }

    private void check(String name, Optional<?> found, String passed, String warning) {
        checks.add(found.isPresent() ? Check.passed(name, passed) : Check.warning(name, warning));
    }

    private void checkManifest(List<Ability> abilities) {
        if (manifest.isMissingNode()) {
            checks.add(Check.warning("manifest.present", "No endpoint manifest was submitted."));
            return;
        }
        checks.add(Check.passed("manifest.present", "An endpoint manifest was submitted."));
        Set<String> operations = ManifestWords.of(manifest);
        if (operations.isEmpty()) {
            checks.add(Check.warning("manifest.operations", "The endpoint manifest describes no operation."));
            return;
        }
        for (Ability ability : abilities) {
            checks.add(ManifestWords.mention(operations, ability)
                    ? Check.passed("manifest.ability", "An operation mentions '" + ability.name() + "'.")
                    : Check.warning("manifest.ability", "No operation of the endpoint manifest mentions '" + ability.name()
                            + "'."));
        }
    }

    private void checkEndpoint() {
        if (probing.reachable()) {
            checks.add(Check.passed("endpoint.reachable", "The endpoint answers with status " + probing.status() + "."));
            return;
        }
        Reason reason = probing.reason();
        String why = reason == null ? "status " + probing.status() : reason.text();
        checks.add(Check.violation("endpoint.reachable", "The endpoint is not reachable: " + why));
    }
}
