package dev.touchstone.submission.card;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.events.AgentTarget.Protocol;

/**
 * An agent's card. The cases are the three documents that agents come with today; inside the service nothing but this
 * package and the precheck tells them apart. All text in a card is hostile.
 */
public sealed interface AgentCard {

    Profile profile();

    /** Only ever called through the guarded way out. */
    URI endpoint();

    /** Where in the card the endpoint stands, as a JSON pointer below the card. */
    String endpointPointer();

    Protocol protocol();

    /** Which of several agents behind the endpoint is meant. */
    Optional<String> tenant();

    /** Whether the agent answers as it goes. */
    boolean streaming();

    /**
     * What every kind of card says.
     *
     * @param abilities the skills, and for a store's card its capabilities as well
     */
    record Profile(String displayName, Optional<String> description, Optional<String> version, List<Ability> abilities) {

        public Profile {
            abilities = List.copyOf(abilities);
        }
    }

    /** Something the agent says it can do. */
    record Ability(String id, String name) {
    }

    /** A card of A2A, in either version: it offers interfaces, of which the first that can be spoken to is taken. */
    sealed interface A2a extends AgentCard {

        Interface spoken();

        @Override
        default URI endpoint() {
            return spoken().url();
        }

        @Override
        default String endpointPointer() {
            return spoken().pointer();
        }

        @Override
        default Protocol protocol() {
            return spoken().protocol();
        }

        @Override
        default Optional<String> tenant() {
            return spoken().tenant();
        }
    }

    /** A2A 1.0: {@code supportedInterfaces[]}. */
    record A2a10(Profile profile, Interface spoken, boolean streaming) implements A2a {
    }

    /** A2A 0.3: one {@code url}, and {@code additionalInterfaces[]}. */
    record A2a03(Profile profile, Interface spoken, boolean streaming) implements A2a {
    }

    /**
     * Where and how an agent can be spoken to; a card of today may still offer the protocol of yesterday.
     *
     * @param pointer to the address, below the card
     */
    record Interface(String pointer, URI url, Protocol protocol, Optional<String> tenant) {
    }

    /**
     * What a store card says in one language.
     *
     * @param useCases how many are told
     */
    record Translation(String displayName, Optional<String> shortDescription, List<Ability> capabilities, int useCases) {

        public Translation {
            capabilities = List.copyOf(capabilities);
        }
    }

    /**
     * The store's localised card; its {@code serviceUrl} takes a prompt and answers with text.
     *
     * @param translations by locale, in the card's order
     */
    record StoreCard(Profile profile, URI endpoint, Map<String, Translation> translations) implements AgentCard {

        public StoreCard {
            translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
        }

        @Override
        public String endpointPointer() {
            return "/serviceUrl";
        }

        @Override
        public Protocol protocol() {
            return Protocol.PROMPT;
        }

        @Override
        public Optional<String> tenant() {
            return Optional.empty();
        }

        @Override
        public boolean streaming() {
            return false;
        }
    }
}
