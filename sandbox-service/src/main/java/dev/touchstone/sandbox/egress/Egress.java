package dev.touchstone.sandbox.egress;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;
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
        return switch (go(new Trip(call, null, deadline))) {
            case Streamed.Other(Fetched fetched) -> fetched;
            case Streamed.Events events -> throw new IllegalStateException("Without a reader every answer is read whole");
        };
    }

    /**
     * The same for an answer that may be a stream of events, each of which the reader gets as soon as it is there. The
     * stream as a whole keeps to the limits of any answer, and each event to its own. Once events came nothing is sent again.
     */
    public Streamed stream(Call call, Deadline deadline, EventReader reader) throws InterruptedException {
        return go(new Trip(call, new EventStream(reader, new EventStream.Limits(config.maxEvent(), config.maxEvents())),
                deadline));
    }

    private Streamed go(Trip trip) throws InterruptedException {
        Streamed streamed = trip.to(WebUrl.parse(trip.call.url()));
        meters.counter("touchstone.egress.calls", "outcome", outcome(streamed)).increment();
        return streamed;
    }

    private static String outcome(Streamed streamed) {
        return switch (streamed) {
            case Streamed.Events events -> "answered";
            case Streamed.Other(Fetched.Response response) ->
                response.isSuccess() ? "answered" : FailureCode.HTTP_STATUS.code();
            case Streamed.Other(Fetched.Failure failure) -> failure.code().code();
        };
    }

    /** One call over all its hops and tries. */
    private final class Trip {

        private final Call call;
        private final @Nullable EventStream events;
        private final Deadline deadline;
        private int redirectsLeft = config.maxRedirects();
        private Usage usage = Usage.NONE;

        Trip(Call call, @Nullable EventStream events, Deadline deadline) {
            this.call = call;
            this.events = events;
            this.deadline = deadline;
        }

        Streamed to(WebUrl.Parsed url) throws InterruptedException {
            return switch (vetting.vet(url, deadline.left())) {
                // A name that was still being looked up, or a redirect that came too late, says nothing against the URL.
                case Vetted.Refused late when !deadline.leavesRoomFor(Duration.ZERO) ->
                    failure(FailureCode.TIMEOUT, "no whole answer in the time allowed");
                case Vetted.Refused(var reasons) -> refused(url, reasons.getFirst());
                case Vetted.Admitted admitted -> enter(url, admitted);
            };
        }

        /** Nothing is sent without a credential that was meant to go along. */
        private Streamed enter(WebUrl.Parsed url, Vetted.Admitted admitted) throws InterruptedException {
            Optional<Reason> objection = Optional.ofNullable(call.credential())
                    .flatMap(credential -> vetting.objection(credential, admitted.url()));
            return objection.isPresent() ? refused(url, objection.get()) : arrive(admitted.url(), patiently(admitted));
        }

        /** Of the URL that a redirect leads to, only host and port are told: the rest may hold what the agent was told. */
        private Streamed refused(WebUrl.Parsed url, Reason reason) {
            if (redirectsLeft == config.maxRedirects()) {
                return failure(reason.code(), reason.detail());
            }
            String place = url instanceof WebUrl.Parsed.Valid(WebUrl to) ? " to " + to.authority() : "";
            return failure(reason.code(), "after a redirect" + place + ": " + reason.detail());
        }

        private Streamed arrive(WebUrl from, Exchanged exchanged) throws InterruptedException {
            return switch (exchanged) {
                case Exchanged.Lost lost -> failure(lost.code(), lost.detail());
                case Exchanged.Followed followed -> new Streamed.Events(followed.enough(),
                        new Fetched.Source(from.toString(), followed.headers().get("content-type"), true), usage);
                case Exchanged.Received received -> switch (Redirect.of(call, from, received, redirectsLeft)) {
                    case Redirect.None none -> new Streamed.Other(new Body(received, from, maxBody(), usage).read());
                    case Redirect.Forbidden(String detail) -> failure(FailureCode.REDIRECT, detail);
                    case Redirect.Onward(WebUrl.Parsed to) -> onward(to);
                };
            };
        }

        private Streamed onward(WebUrl.Parsed to) throws InterruptedException {
            redirectsLeft--;
            return to(to);
        }

        private Exchanged patiently(Vetted.Admitted admitted) throws InterruptedException {
            for (int sent = 1;; sent++) {
                Exchanged exchanged = exchanges.perform(admitted.url(), admitted.address(sent - 1),
                        new Exchange.Order(call, maxBody(), events, deadline));
                usage = usage.plus(exchanged.usage());
                retries.asksToBeLeft(exchanged).ifPresent(span -> exchanges.leaveAlone(admitted.url(), span));
                Optional<Duration> wait = retries.waitAfter(exchanged, sent).filter(deadline::leavesRoomFor);
                if (wait.isEmpty()) {
                    return exchanged;
                }
                meters.counter("touchstone.egress.retries").increment();
                Thread.sleep(wait.get());
            }
        }

        private int maxBody() {
            return Math.min(config.maxBody(), call.wanted().maxBody());
        }

        private Streamed failure(FailureCode code, String detail) {
            return new Streamed.Other(new Fetched.Failure(code, detail, usage));
        }
    }
}
