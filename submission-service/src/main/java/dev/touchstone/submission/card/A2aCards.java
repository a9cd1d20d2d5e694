package dev.touchstone.submission.card;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.touchstone.events.AgentTarget.Protocol;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.card.AgentCard.A2a03;
import dev.touchstone.submission.card.AgentCard.A2a10;
import dev.touchstone.submission.card.AgentCard.Interface;
import dev.touchstone.submission.card.AgentCard.Profile;

/** Cards of the A2A protocol. Of its bindings only JSON-RPC is spoken. */
final class A2aCards {

    private static final String SPOKEN = "JSONRPC";
    private static final int LONGEST_WORD = 50;
    /** A binding of its own kind is named by a URI. */
    private static final int LONGEST_BINDING = 500;
    private static final int LONGEST_ADDRESS = 2048;

    private A2aCards() {
    }

    /** A card of A2A 1.0. */
    static Optional<A2a10> current(Members card, Violations violations) {
        Optional<Profile> profile = CardReader.a2aProfile(card);
        List<Members> declared = card.objects("supportedInterfaces", CardReader.MOST);
        List<Interface> spoken = IntStream.range(0, declared.size()).boxed()
                .flatMap(index -> spoken(index, declared.get(index)).stream()).toList();
        if (spoken.isEmpty() && violations.isEmpty()) {
            card.fault("supportedInterfaces", "must hold an interface with protocolBinding JSONRPC and protocolVersion 1.x or"
                    + " 0.3");
        }
        // The card's order is the agent's preference, which the protocol (8.3.2) tells clients to follow.
        return profile.flatMap(known -> spoken.stream().findFirst().map(chosen -> new A2a10(known, chosen)));
    }

    private static Optional<Interface> spoken(int index, Members declared) {
        declared.require("url");
        Optional<String> binding = declared.requiredText("protocolBinding", LONGEST_BINDING);
        Optional<Protocol> protocol = protocol(declared.text("protocolVersion", LONGEST_WORD).orElse("1.0"));
        Optional<URI> url = address(declared, binding);
        return url.flatMap(address -> protocol.map(known -> new Interface(index, address, known)));
    }

    /** Other bindings have addresses of other forms, as gRPC's host and port; they are none of our business. */
    private static Optional<URI> address(Members declared, Optional<String> binding) {
        if (binding.filter(SPOKEN::equalsIgnoreCase).isPresent()) {
            return declared.webAddress("url");
        }
        declared.text("url", LONGEST_ADDRESS);
        return Optional.empty();
    }

    private static Optional<Protocol> protocol(String version) {
        if (version.equals("1") || version.startsWith("1.")) {
            return Optional.of(Protocol.A2A_1_0);
        }
        return version.equals("0.3") || version.startsWith("0.3.") ? Optional.of(Protocol.A2A_0_3) : Optional.empty();
    }

    /** A card of A2A 0.3. */
    static Optional<A2a03> former(Members card, Violations violations) {
        Optional<Profile> profile = CardReader.a2aProfile(card);
        Optional<String> preferred = card.text("preferredTransport", LONGEST_BINDING).or(() -> Optional.of(SPOKEN));
        boolean mainIsSpoken = preferred.filter(SPOKEN::equalsIgnoreCase).isPresent();
        card.require("url");
        Optional<URI> main = address(card, preferred);
        Optional<A2a03> additional = profile.flatMap(known -> additional(card, known));
        if (mainIsSpoken) {
            return profile.flatMap(known -> main.map(url -> new A2a03(known, url, "/url")));
        }
        if (additional.isEmpty() && violations.isEmpty()) {
            card.fault("preferredTransport", "must be JSONRPC, or additionalInterfaces must hold an interface that is");
        }
        return additional;
    }

    private static Optional<A2a03> additional(Members card, Profile profile) {
        List<Members> declared = card.objects("additionalInterfaces", CardReader.MOST);
        return IntStream.range(0, declared.size()).boxed().flatMap(index -> {
            Optional<String> transport = declared.get(index).text("transport", LONGEST_BINDING);
            return address(declared.get(index), transport)
                    .map(known -> new A2a03(profile, known, "/additionalInterfaces/" + index + "/url")).stream();
        }).findFirst();
    }
}
