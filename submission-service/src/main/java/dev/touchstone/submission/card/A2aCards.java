package dev.touchstone.submission.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.card.AgentCard.A2a03;
import dev.touchstone.submission.card.AgentCard.A2a10;
import dev.touchstone.submission.card.AgentCard.Interface;
import dev.touchstone.submission.card.AgentCard.Profile;

/** Cards of the A2A protocol. Of its bindings JSON-RPC and HTTP+JSON are spoken, gRPC is not. */
final class A2aCards {

    private static final int LONGEST_WORD = 50;
    /** A binding of its own kind is named by a URI. */
    private static final int LONGEST_BINDING = 500;
    private static final int LONGEST_ADDRESS = 2048;
    private static final int LONGEST_TENANT = 500;
    private static final String JSON_RPC = "JSONRPC";
    private static final String FORMER = "0.3";

    private A2aCards() {
    }

    /** A card of A2A 1.0. */
    static Optional<A2a10> current(Members card, Violations violations) {
        Optional<Profile> profile = CardReader.a2aProfile(card);
        List<Members> declared = card.objects("supportedInterfaces", CardReader.MOST);
        List<Interface> spoken = new ArrayList<>();
        for (int index = 0; index < declared.size(); index++) {
            current(declared.get(index), "/supportedInterfaces/" + index + "/url").ifPresent(spoken::add);
        }
        if (spoken.isEmpty() && violations.isEmpty()) {
            card.fault("supportedInterfaces", "must hold an interface with protocolBinding JSONRPC or HTTP+JSON and"
                    + " protocolVersion 1.x or 0.3; gRPC is not spoken here");
        }
        // The card's order is the agent's preference, which the protocol (8.3.2) tells clients to follow.
        return profile.flatMap(known -> spoken.stream().findFirst()
                .map(chosen -> new A2a10(known, chosen, streams(card))));
    }

    private static Optional<Interface> current(Members declared, String pointer) {
        declared.require("url");
        Optional<String> binding = declared.requiredText("protocolBinding", LONGEST_BINDING);
        String version = declared.text("protocolVersion", LONGEST_WORD).orElse("1.0");
        Optional<Protocol> protocol = binding.flatMap(named -> protocol(named, version));
        // 0.3 has no place for a tenant in its messages.
        Optional<String> tenant = isFormer(version) ? Optional.empty() : declared.text("tenant", LONGEST_TENANT);
        return address(declared, binding)
                .flatMap(url -> protocol.map(known -> new Interface(pointer, url, known, tenant)));
    }

    /** A card of A2A 0.3, whose main address comes before the additional ones. */
    static Optional<A2a03> former(Members card, Violations violations) {
        Optional<Profile> profile = CardReader.a2aProfile(card);
        List<Interface> spoken = new ArrayList<>();
        card.require("url");
        former(card, card.text("preferredTransport", LONGEST_BINDING).or(() -> Optional.of(JSON_RPC)), "/url")
                .ifPresent(spoken::add);
        List<Members> declared = card.objects("additionalInterfaces", CardReader.MOST);
        for (int index = 0; index < declared.size(); index++) {
            former(declared.get(index), declared.get(index).text("transport", LONGEST_BINDING),
                    "/additionalInterfaces/" + index + "/url").ifPresent(spoken::add);
        }
        if (spoken.isEmpty() && violations.isEmpty()) {
            card.fault("preferredTransport", "must be JSONRPC or HTTP+JSON, or additionalInterfaces must hold an interface that"
                    + " is; gRPC is not spoken here");
        }
        return profile.flatMap(known -> spoken.stream().findFirst()
                .map(chosen -> new A2a03(known, chosen, streams(card))));
    }

    private static Optional<Interface> former(Members declared, Optional<String> transport, String pointer) {
        return address(declared, transport).flatMap(url -> transport.flatMap(named -> protocol(named, FORMER))
                .map(known -> new Interface(pointer, url, known, Optional.empty())));
    }

    /** Other bindings have addresses of other forms, as gRPC's host and port; they are none of our business. */
    private static Optional<URI> address(Members declared, Optional<String> binding) {
        if (binding.flatMap(named -> protocol(named, FORMER)).isPresent()) {
            return declared.webAddress("url");
        }
        declared.text("url", LONGEST_ADDRESS);
        return Optional.empty();
    }

    private static Optional<Protocol> protocol(String binding, String version) {
        boolean current = version.equals("1") || version.startsWith("1.");
        if (!current && !isFormer(version)) {
            return Optional.empty();
        }
        return switch (binding.toUpperCase(Locale.ROOT)) {
            case JSON_RPC -> Optional.of(current ? Protocol.A2A_1_0 : Protocol.A2A_0_3);
            case "HTTP+JSON" -> Optional.of(current ? Protocol.A2A_1_0_HTTP : Protocol.A2A_0_3_HTTP);
            default -> Optional.empty();
        };
    }

    private static boolean isFormer(String version) {
        return version.equals(FORMER) || version.startsWith(FORMER + ".");
    }

    private static boolean streams(Members card) {
        return card.raw("capabilities").path("streaming").booleanValue();
    }
}
