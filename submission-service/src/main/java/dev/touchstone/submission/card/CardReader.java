package dev.touchstone.submission.card;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.card.AgentCard.Ability;
import dev.touchstone.submission.card.AgentCard.Profile;

/**
 * Reads a card of any kind. Members that the review does not need are left alone: cards are extensible, and a newer
 * minor version must not be refused for what it adds.
 */
public final class CardReader {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 20_000;
    /** Of anything that a card lists. Each element costs calls to the agent, or a line in the events of its review. */
    static final int MOST = 100;

    private CardReader() {
    }

    /**
     * @param pointer where the card stands in the document that violations are told of
     */
    public static CardReading read(JsonNode card, String pointer) {
        Violations violations = new Violations();
        Members members = Members.of(card, pointer, violations);
        Optional<? extends AgentCard> read = members.isPresent() ? kindOf(card).apply(members, violations) : Optional.empty();
        if (read.isEmpty() && violations.isEmpty()) {
            violations.add(pointer, "is not a card");
        }
        return read.isPresent() && violations.isEmpty()
                ? new CardReading.Understood(read.get())
                : new CardReading.Refused(violations.all());
    }

    private static BiFunction<Members, Violations, Optional<? extends AgentCard>> kindOf(JsonNode card) {
        if (card.has("supportedInterfaces")) {
            return A2aCards::current;
        }
        if (card.has("translations") || card.has("serviceUrl")) {
            return StoreCards::read;
        }
        if (card.has("url") || card.has("preferredTransport") || card.has("additionalInterfaces")) {
            return A2aCards::former;
        }
        return CardReader::withoutEndpoint;
    }

    private static Optional<AgentCard> withoutEndpoint(Members card, Violations violations) {
        a2aProfile(card);
        card.fault("supportedInterfaces", "is required: the card names no endpoint, neither here (A2A 1.0) nor as url (A2A 0.3)"
                + " nor as serviceUrl (store card)");
        return Optional.empty();
    }

    /** The members that both versions of A2A share. */
    static Optional<Profile> a2aProfile(Members card) {
        Optional<String> name = card.requiredText("name", LONGEST_NAME);
        Optional<String> description = longText(card, "description");
        Optional<String> version = card.text("version", LONGEST_NAME);
        List<Ability> abilities = skills(card);
        return name.map(displayName -> new Profile(displayName, description, version, abilities));
    }

    static List<Ability> skills(Members card) {
        return card.objects("skills", MOST).stream().map(CardReader::skill).flatMap(Optional::stream).toList();
    }

    private static Optional<Ability> skill(Members skill) {
        skill.holdsAtMost("examples", MOST);
        Optional<String> id = skill.text("id", LONGEST_NAME);
        Optional<String> name = skill.text("name", LONGEST_NAME);
        if (id.isEmpty() && name.isEmpty()) {
            skill.require("id");
            return Optional.empty();
        }
        return Optional.of(new Ability(id.or(() -> name).orElseThrow(), name.or(() -> id).orElseThrow()));
    }

    /** A description may run over several lines, which the short texts of a card may not. */
    static Optional<String> longText(Members card, String name) {
        JsonNode member = card.raw(name);
        if (member.isMissingNode()) {
            return Optional.empty();
        }
        if (!member.isTextual() || member.textValue().length() > LONGEST_TEXT) {
            card.fault(name, "must be text of at most " + LONGEST_TEXT + " characters");
            return Optional.empty();
        }
        return Optional.of(member.textValue());
    }
}
