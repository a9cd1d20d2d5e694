package dev.touchstone.sandbox.egress;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The hosts that an operator allows by name although their addresses are not public. A name is compared whole and as
 * written; an address that happens to belong to an allowed name is not allowed by that.
 */
final class AllowedHosts {

    private final Set<String> entries;

    private AllowedHosts(Set<String> entries) {
        this.entries = entries;
    }

    /**
     * @param written {@code host} for all its ports, or {@code host:port}
     * @throws IllegalArgumentException if an entry is neither: a typing error must not pass for an allowance
     */
    static AllowedHosts of(List<String> written) {
        Set<String> entries = new HashSet<>();
        for (String entry : written) {
            entries.add(entry(entry.strip()));
        }
        return new AllowedHosts(entries);
    }

    boolean allow(WebUrl url) {
        return entries.contains(url.host()) || entries.contains(url.authority());
    }

    private static String entry(String written) {
        int colon = written.indexOf(':', written.indexOf(']') + 1);
        try {
            return colon < 0 ? Hosts.host(written)
                    : Hosts.host(written.substring(0, colon)) + ":" + Hosts.port(written.substring(colon + 1));
        } catch (Hosts.Unusable unusable) {
            throw new IllegalArgumentException("'" + written + "' is not an allowed host: " + unusable.getMessage(), unusable);
        }
    }
}
