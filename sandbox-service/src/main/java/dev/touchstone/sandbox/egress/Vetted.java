package dev.touchstone.sandbox.egress;

import java.net.InetAddress;
import java.util.List;

/** What became of a URL that was vetted: it may be called, at these addresses and no others, or not, and why. */
public sealed interface Vetted {

    /**
     * It may be called.
     *
     * @param addresses all that the name had when it was asked for, each of them vetted; at least one
     */
    record Admitted(WebUrl url, List<InetAddress> addresses) implements Vetted {

        public Admitted {
            addresses = List.copyOf(addresses);
        }

        /** Another address for another try, since one of several may be down. */
        InetAddress address(int tries) {
            return addresses.get(tries % addresses.size());
        }
    }

    /** It may not be called; at least one reason. */
    record Refused(List<Reason> reasons) implements Vetted {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
