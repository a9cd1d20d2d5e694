package dev.touchstone.sandbox.egress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.touchstone.sandbox.FailureCode;

/** Decides whether a URL may be called. Reads it, asks once for the addresses of its host, and looks at every one. */
@ApplicationScoped
public class Vetting {

    /**
     * Ports of other protocols, which a POST could be made to speak.
     *
     * @see <a href="https://fetch.spec.whatwg.org/#port-blocking">Fetch: port blocking</a>
     */
    private static final Set<Integer> BLOCKED_PORTS = Set.of(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53,
            69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389,
            427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719,
            1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    private final Resolver resolver;
    private final AllowedHosts allowed;
    private final List<AddressRange> closed;
    private final EgressConfig config;

    @Inject
    Vetting(Resolver resolver, EgressConfig config) {
        this.resolver = resolver;
        this.allowed = AllowedHosts.of(config.allowedHosts().orElse(List.of()));
        this.closed = config.closedRanges().orElse(List.of()).stream()
                .map(range -> AddressRange.of(range.strip(), "closed by the operator")).toList();
        this.config = config;
    }

    /** Vets what a submitter wrote. */
    public Vetted vet(String url) throws InterruptedException {
        return vet(WebUrl.parse(url), config.resolveTimeout());
    }

    /** The same for a call with a credential. */
    public Vetted vet(String url, Credential credential) throws InterruptedException {
        return switch (vet(url)) {
            case Vetted.Refused refused -> refused;
            case Vetted.Admitted admitted -> objection(credential, admitted.url())
                    .<Vetted> map(reason -> new Vetted.Refused(List.of(reason))).orElse(admitted);
        };
    }

    /**
     * Why a credential may not go along to an address that may be called; empty where it may. In clear it only goes to hosts
     * that an operator named.
     */
    Optional<Reason> objection(Credential credential, WebUrl hop) {
        if (!credential.isFor(hop)) {
            return Optional.of(new Reason(FailureCode.CREDENTIAL, "the secret may not be sent to " + hop.authority()));
        }
        return hop.tls() || allowed.allow(hop) ? Optional.empty()
                : Optional.of(new Reason(FailureCode.CREDENTIAL, "the secret is only sent over https"));
    }

    /**
     * @param longest that the name service may take here, if it is less than is set up
     */
    Vetted vet(WebUrl.Parsed parsed, Duration longest) throws InterruptedException {
        return switch (parsed) {
            case WebUrl.Parsed.Invalid(Reason reason) -> new Vetted.Refused(List.of(reason));
            case WebUrl.Parsed.Valid(WebUrl url) when allowed.allow(url) -> admitAllowed(url, longest);
            case WebUrl.Parsed.Valid(WebUrl url) -> admitPublic(url, longest);
        };
    }

    private Vetted admitAllowed(WebUrl url, Duration longest) throws InterruptedException {
        List<InetAddress> addresses = addresses(url, longest);
        return addresses.isEmpty() ? new Vetted.Refused(List.of(notResolved())) : new Vetted.Admitted(url, addresses);
    }

    private Vetted admitPublic(WebUrl url, Duration longest) throws InterruptedException {
        List<Reason> reasons = new ArrayList<>();
        if (BLOCKED_PORTS.contains(url.port())) {
            reasons.add(new Reason(FailureCode.BLOCKED_PORT, "port " + url.port() + " is not one that HTTP is served on"));
        }
        Optional<String> special = SpecialNames.whyNot(url.host());
        if (special.isPresent()) {
            // Not looked up: whether such a name exists here is nobody's business.
            reasons.add(new Reason(FailureCode.PRIVATE_ADDRESS, "the host has a name that is never public: " + special.get()));
            return new Vetted.Refused(reasons);
        }
        List<InetAddress> addresses = addresses(url, longest);
        if (addresses.isEmpty()) {
            reasons.add(notResolved());
        }
        // One address that is not public is enough: which one a later look-up or another client would take is chance.
        addresses.stream().map(this::whyNot).flatMap(Optional::stream).distinct()
                .map(range -> new Reason(FailureCode.PRIVATE_ADDRESS, "the host has an address that is not public: " + range))
                .forEach(reasons::add);
        return reasons.isEmpty() ? new Vetted.Admitted(url, addresses) : new Vetted.Refused(reasons);
    }

    private Optional<String> whyNot(InetAddress address) {
        return PublicAddresses.whyNot(address)
                .or(() -> closed.stream().filter(range -> range.test(address)).map(AddressRange::name).findFirst());
    }

    private List<InetAddress> addresses(WebUrl url, Duration longest) throws InterruptedException {
        Duration wait = longest.compareTo(config.resolveTimeout()) < 0 ? longest : config.resolveTimeout();
        Optional<InetAddress> literal = url.literal();
        return literal.isPresent() ? List.of(literal.get()) : resolver.addresses(url.host(), wait);
    }

    private static Reason notResolved() {
        return new Reason(FailureCode.NOT_RESOLVED, "the host has no address");
    }
}
