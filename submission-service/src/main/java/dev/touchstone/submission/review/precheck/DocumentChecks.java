package dev.touchstone.submission.review.precheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.card.AgentCard.A2a03;
import dev.touchstone.submission.card.AgentCard.A2a10;
import dev.touchstone.submission.card.AgentCard.Ability;
import dev.touchstone.submission.card.AgentCard.StoreCard;
import dev.touchstone.submission.card.AgentCard.Translation;
import dev.touchstone.submission.card.CardReader;
import dev.touchstone.submission.card.CardReading;
import dev.touchstone.submission.review.precheck.Evidence.Documents;

/** Checks of what was submitted. */
final class DocumentChecks {

    private final JsonNode card;
    private final JsonNode manifest;
    private final boolean credential;
    private final List<Check> checks = new ArrayList<>();

    private DocumentChecks(Documents documents) {
        this.card = documents.card();
        this.manifest = documents.manifest();
        this.credential = documents.credential();
    }

    static List<Check> of(Documents documents) {
        DocumentChecks made = new DocumentChecks(documents);
        made.check();
        return made.checks;
    }

    private void check() {
        switch (CardReader.read(card, "")) {
            case CardReading.Understood(AgentCard read) -> {
                checks.add(Check.passed("card.schema", "The card can be read."));
                checkProfile(read.profile());
                checkKind(read);
                checkManifest(read.profile().abilities());
            }
            case CardReading.Refused refused -> refused.violations().forEach(
                    each -> checks.add(Check.violation("card.schema", "Card " + each.pointer() + " " + each.detail())));
        }
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

    private void checkKind(AgentCard read) {
        switch (read) {
            case A2a10 current -> {
                checkMembers();
                checkAccess("securityRequirements");
            }
            case A2a03 former -> {
                checkMembers();
                checkAccess("security");
            }
            case StoreCard store -> store.translations().forEach(this::checkTranslation);
        }
    }

    /** Members that both versions of A2A require, besides those that are looked at one by one. */
    private void checkMembers() {
        String missing = Stream.of("capabilities", "defaultInputModes", "defaultOutputModes")
                .filter(name -> card.path(name).isMissingNode()).collect(Collectors.joining(", "));
        checks.add(missing.isEmpty() ? Check.passed("card.members", "The card has all members that A2A requires.")
                : Check.warning("card.members", "The card lacks members that A2A requires: " + missing + "."));
    }

    /** An agent that turns strangers away will fail the stages that talk to it; its maker should learn why. */
    private void checkAccess(String requirements) {
        if (card.path(requirements).isEmpty()) {
            checks.add(Check.passed("card.access", "The card demands no credentials."));
        } else if (credential) {
            checks.add(Check.passed("card.access", "The card demands credentials, and the review names some."));
        } else {
            checks.add(Check.warning("card.access", "The card demands credentials, and the review has none."));
        }
    }

    private void checkTranslation(String locale, Translation translation) {
        String missing = Map.of("shortDescription", translation.shortDescription().isPresent(), "capabilities",
                !translation.capabilities().isEmpty(), "useCases", translation.useCases() > 0).entrySet().stream()
                .filter(member -> !member.getValue()).map(Map.Entry::getKey).sorted().collect(Collectors.joining(", "));
        checks.add(missing.isEmpty() ? Check.passed("card.translation", "The translation '" + locale + "' is whole.")
                : Check.warning("card.translation", "The translation '" + locale + "' lacks " + missing + "."));
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
        checks.add(Check.passed("manifest.operations", "The endpoint manifest describes operations."));
        for (Ability ability : abilities) {
            checks.add(ManifestWords.mention(operations, ability)
                    ? Check.passed("manifest.ability", "An operation mentions '" + ability.name() + "'.")
                    : Check.warning("manifest.ability", "No operation of the endpoint manifest mentions '" + ability.name()
                            + "'."));
        }
    }
}
