package dev.touchstone.sandbox.egress;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.sandbox.FailureCode;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The guarded way out. Every hop of a call is vetted, waits at its host's gate, and goes to an address that was vetted.
 * Blocks, so call it from a virtual thread.
 */
@ApplicationScoped
public class Egress {

    private final Vetting vetting;
    private final Exchanges exchanges;
    private final Retries retries;
    private final EgressConfig config;
    private final MeterRegistry meters;

    Egress(Vetting vetting, Exchanges exchanges, Retries retries, EgressConfig config, MeterRegistry meters) {
        this.vetting = vetting;
        this.exchanges = exchanges;
        this.retries = retries;
        this.config = config;
        this.meters = meters;
    }

    /** The moment by which a probe that begins now must be over. */
    public Deadline probeDeadline() {
        return Deadline.in(config.probeTimeout());
    }

    /** Sends the call and follows its redirects. */
    public Fetched send(Call call, Deadline deadline) throws InterruptedException {
        Fetched fetched = go(call, WebUrl.parse(call.url()), config.maxRedirects(), deadline);
        meters.counter("touchstone.egress.calls", "outcome", outcome(fetched)).increment();
        return fetched;
    }

    private Fetched go(Call call, WebUrl.Parsed url, int redirectsLeft, Deadline deadline) throws InterruptedException {
        return switch (vetting.vet(url, deadline.left())) {
            // A name that was still being looked up, or a redirect that came too late, says nothing against the URL.
            case Vetted.Refused late when !deadline.leavesRoomFor(Duration.ZERO) ->
                new Fetched.Failure(FailureCode.TIMEOUT, "no whole answer in the time allowed");
            case Vetted.Refused(var reasons) -> refused(reasons.getFirst(), redirectsLeft < config.maxRedirects());
            case Vetted.Admitted admitted -> switch (patiently(call, admitted, deadline)) {
                case Exchanged.Lost(FailureCode code, String detail) -> new Fetched.Failure(code, detail);
                case Exchanged.Received received -> arrive(call, admitted.url(), received, redirectsLeft, deadline);
            };
        };
    }

    private static Fetched refused(Reason reason, boolean redirected) {
        return new Fetched.Failure(reason.code(), redirected ? "after a redirect: " + reason.detail() : reason.detail());
    }

    private Fetched arrive(Call call, WebUrl from, Exchanged.Received received, int redirectsLeft, Deadline deadline)
            throws InterruptedException {
        return switch (Redirect.of(call, from, received, redirectsLeft)) {
            case Redirect.None none -> Body.read(received, from, Math.min(config.maxBody(), call.maxBody()));
            case Redirect.Forbidden(String detail) -> new Fetched.Failure(FailureCode.REDIRECT, detail);
            case Redirect.Onward(WebUrl.Parsed to) -> go(call, to, redirectsLeft - 1, deadline);
        };
    }

    private Exchanged patiently(Call call, Vetted.Admitted admitted, Deadline deadline) throws InterruptedException {
        for (int sent = 1;; sent++) {
            Exchanged exchanged = exchanges.perform(call, admitted.url(), admitted.address(sent - 1), deadline);
            Optional<Duration> wait = retries.waitAfter(exchanged, sent).filter(deadline::leavesRoomFor);
            if (wait.isEmpty()) {
                return exchanged;
            }
            meters.counter("touchstone.egress.retries").increment();
            Thread.sleep(wait.get());
        }
    }

    private static String outcome(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Response response -> response.isSuccess() ? "answered" : FailureCode.HTTP_STATUS.code();
            case Fetched.Failure failure -> failure.code().code();
        };
    }
}
