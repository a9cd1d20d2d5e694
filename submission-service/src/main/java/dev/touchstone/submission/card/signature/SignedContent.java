package dev.touchstone.submission.card.signature;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.submission.card.Snapshot;

/**
 * What a card's own signatures cover: its RFC 8785 canonical form without {@code signatures}. A2A 1.0 also leaves members
 * out that hold a default value and are neither required nor optional in the protocol's definition; many signers do not.
 * Both forms say the same of the agent, so a signature over either one holds.
 *
 * @see <a href="https://a2a-protocol.org/latest/specification/#84-agent-card-signing">A2A, 8.4 and 5.7</a>
 */
final class SignedContent {

    private static final String SIGNATURES = "signatures";
    private static final Set<String> OF_CARD = Set.of("securitySchemes", "securityRequirements");
    private static final Set<String> OF_INTERFACE = Set.of("tenant");
    private static final Set<String> OF_CAPABILITIES = Set.of("extensions");
    private static final Set<String> OF_EXTENSION = Set.of("uri", "description", "required");
    private static final Set<String> OF_SKILL = Set.of("examples", "inputModes", "outputModes", "securityRequirements");
    private static final Set<String> OF_REQUIREMENT = Set.of("schemes");
    private static final Set<String> OF_SCOPES = Set.of("list");
    private static final Set<String> OF_SCHEME = Set.of("description", "bearerFormat", "oauth2MetadataUrl");
    private static final Set<String> OF_FLOW = Set.of("refreshUrl", "pkceRequired");

    private SignedContent() {
    }

    /**
     * The forms that a signature may be over.
     *
     * @throws IllegalArgumentException if the card has no canonical form
     */
    static List<byte[]> of(JsonNode card) {
        ObjectNode unsigned = ((ObjectNode) card).deepCopy();
        unsigned.remove(SIGNATURES);
        byte[] asWritten = Snapshot.canonical(unsigned);
        if (!card.has("supportedInterfaces")) {
            return List.of(asWritten);
        }
        omitDefaults(unsigned);
        byte[] withoutDefaults = Snapshot.canonical(unsigned);
        return Arrays.equals(asWritten, withoutDefaults) ? List.of(asWritten) : List.of(asWritten, withoutDefaults);
    }

    /** Parents last: one that is left empty is at its default too. */
    private static void omitDefaults(ObjectNode card) {
        each(card.path("supportedInterfaces"), declared -> omit(declared, OF_INTERFACE));
        each(card.path("capabilities").path("extensions"), extension -> omit(extension, OF_EXTENSION));
        if (card.path("capabilities") instanceof ObjectNode capabilities) {
            omit(capabilities, OF_CAPABILITIES);
        }
        each(card.path("skills"), skill -> {
            each(skill.path("securityRequirements"), SignedContent::omitFromRequirement);
            omit(skill, OF_SKILL);
        });
        each(card.path("securityRequirements"), SignedContent::omitFromRequirement);
        each(card.path("securitySchemes"), scheme -> each(scheme, SignedContent::omitFromScheme));
        omit(card, OF_CARD);
    }

    private static void omitFromRequirement(ObjectNode requirement) {
        each(requirement.path("schemes"), scopes -> omit(scopes, OF_SCOPES));
        omit(requirement, OF_REQUIREMENT);
    }

    private static void omitFromScheme(ObjectNode scheme) {
        each(scheme.path("flows"), flow -> omit(flow, OF_FLOW));
        omit(scheme, OF_SCHEME);
    }

    private static void each(JsonNode container, Consumer<ObjectNode> change) {
        for (JsonNode child : container) {
            if (child instanceof ObjectNode object) {
                change.accept(object);
            }
        }
    }

    private static void omit(ObjectNode object, Set<String> names) {
        names.stream().filter(name -> isDefault(object.path(name))).forEach(object::remove);
    }

    private static boolean isDefault(JsonNode value) {
        return value.isNull() || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isBoolean() && !value.booleanValue());
    }
}
