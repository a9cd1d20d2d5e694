package dev.touchstone.sandbox.egress;

import java.util.List;
import java.util.Optional;

/**
 * Names that never lead to the public internet, whatever a resolver says of them: those that are set apart for it, those of
 * one label, which search lists complete to names inside, and those by which clouds offer their metadata.
 *
 * @see <a href="https://www.iana.org/assignments/special-use-domain-names">IANA special-use domain names</a>
 */
final class SpecialNames {

    private static final List<String> NEVER_PUBLIC = List.of("localhost", "local", "localdomain", "internal", "intranet",
            "corp", "home", "lan", "private", "home.arpa", "in-addr.arpa", "ip6.arpa", "onion", "alt", "invalid",
            "svc", "metadata.goog", "metadata.tencentyun.com", "metadata.packet.net",
            "metadata.platformequinix.com", "instance-data");

    private SpecialNames() {
    }

    /** What the name is instead of public; empty for any other, and for addresses. */
    static Optional<String> whyNot(String host) {
        if (host.startsWith("[") || Hosts.isDottedQuad(host)) {
            return Optional.empty();
        }
        if (!host.contains(".")) {
            return Optional.of("a single label");
        }
        return NEVER_PUBLIC.stream().filter(name -> host.equals(name) || host.endsWith("." + name)).findFirst();
    }
}
