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
        return profile.flatMap(known -> best(spoken).map(chosen -> new A2a10(known, chosen)));
    }

    /** The first of the newest protocol: the card's order is the agent's preference. */
    private static Optional<Interface> best(List<Interface> spoken) {
        return spoken.stream().filter(each -> each.protocol() == Protocol.A2A_1_0).findFirst()
                .or(() -> spoken.stream().findFirst());
    }

    private static Optional<Interface> spoken(int index, Members declared) {
        declared.require("url");
        Optional<URI> url = declared.webAddress("url");
        Optional<String> binding = declared.requiredText("protocolBinding", LONGEST_WORD);
        Optional<Protocol> protocol = protocol(declared.text("protocolVersion", LONGEST_WORD).orElse("1.0"));
        return binding.filter(SPOKEN::equalsIgnoreCase).isEmpty()
                ? Optional.empty()
                : url.flatMap(address -> protocol.map(known -> new Interface(index, address, known)));
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
        boolean mainIsSpoken = card.text("preferredTransport", LONGEST_WORD).orElse(SPOKEN).equalsIgnoreCase(SPOKEN);
        card.require("url");
        Optional<URI> main = card.webAddress("url");
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
            Optional<URI> url = declared.get(index).webAddress("url");
            Optional<String> transport = declared.get(index).text("transport", LONGEST_WORD).filter(SPOKEN::equalsIgnoreCase);
            return transport.isEmpty()
                    ? Optional.<A2a03> empty().stream()
                    : url.map(known -> new A2a03(profile, known, "/additionalInterfaces/" + index + "/url")).stream();
        }).findFirst();
    }
}
