package dev.touchstone.review.letters;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.Topics;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.letters.Letters.Kept;
import dev.touchstone.review.letters.RedeliveryOutcome.Impossible;
import dev.touchstone.review.letters.RedeliveryOutcome.OutOfTurn;
import dev.touchstone.review.letters.RedeliveryOutcome.Reason;
import dev.touchstone.review.letters.RedeliveryOutcome.Sent;
import dev.touchstone.review.letters.RedeliveryOutcome.SentBefore;
import dev.touchstone.review.letters.RedeliveryOutcome.UnknownLetter;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Sends the record that a letter is about again, to the topic that it came from. Every service may write letters, and only this
 * one writes to all topics: so what is sent is what lies on that topic, never what the letter says. A forged letter can make
 * a statement be repeated, which inboxes pass by as long as they remember it, but not be made.
 */
@ApplicationScoped
public class Redeliveries {

    private static final Logger LOG = Logger.getLogger(Redeliveries.class);
    private static final String CLAIM = """
            insert into redelivery (letter_id, attempt, requested_by, requested_at)
            values (:letter, :attempt, :by, :at) on conflict do nothing""";
    private static final String FIRST = """
            select requested_by, requested_at from redelivery where letter_id = :letter and attempt = :attempt""";
    private static final String COUNT = """
            update dead_letter set redelivered = :attempt, redelivered_by = :by, redelivered_at = :at where id = :letter""";

    private final Letters letters;
    private final Originals originals;
    private final Outbox outbox;
    private final InboxMemory memory;
    private final Clock clock;

    Redeliveries(Letters letters, Originals originals, Outbox outbox, DeliveryConfig config, Clock clock) {
        this.letters = letters;
        this.originals = originals;
        this.outbox = outbox;
        this.memory = new InboxMemory(config.keep(), clock);
        this.clock = clock;
    }

    /**
     * Who asks for what.
     *
     * @param attempt from 1, as the asker saw the letter: a click that arrives twice counts once
     */
    public record Wish(UUID letterId, int attempt, String by) {
    }

    /** The broker is read before the transaction begins: it may take its time. */
    public Uni<RedeliveryOutcome> send(Wish wish) {
        return Panache.withSession(() -> letters.find(wish.letterId())).flatMap(found -> found
                .map(kept -> wish.attempt() == kept.redelivered() + 1 ? sendOriginal(wish, kept.letter()) : past(wish, kept))
                .orElseGet(() -> Uni.createFrom().item(new UnknownLetter())));
    }

    private Uni<RedeliveryOutcome> past(Wish wish, Kept kept) {
        return wish.attempt() <= kept.redelivered() && wish.attempt() > 0 ? Panache.withSession(() -> before(wish))
                : Uni.createFrom().item(new OutOfTurn(kept.redelivered() + 1));
    }

    private Uni<RedeliveryOutcome> sendOriginal(Wish wish, Letter letter) {
        if (letter.content().isCut()) {
            return Uni.createFrom().item(new Impossible(Reason.CUT));
        }
        if (!Topics.ALL.contains(letter.from().topic()) || letter.from().topic().equals(Topics.DEAD_LETTER)) {
            return Uni.createFrom().item(new Impossible(Reason.NO_TOPIC));
        }
        return originals.find(letter.from()).flatMap(original -> fault(letter, original)
                .map(why -> Uni.createFrom().<RedeliveryOutcome> item(new Impossible(why)))
                .orElseGet(() -> Panache.withTransaction(() -> claim(wish, original.orElseThrow()))));
    }

    private Optional<Reason> fault(Letter letter, Optional<ConsumerRecord<String, byte[]>> original) {
        if (original.isEmpty()) {
            return Optional.of(Reason.GONE);
        }
        if (!Letter.bytes(original.get()).equals(letter.content().payload())) {
            return Optional.of(Reason.ANOTHER);
        }
        return memory.covers(original.get()) ? Optional.empty() : Optional.of(Reason.TOO_OLD);
    }

    private Uni<RedeliveryOutcome> claim(Wish wish, ConsumerRecord<String, byte[]> original) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(CLAIM).setParameter("letter", wish.letterId())
                .setParameter("attempt", wish.attempt()).setParameter("by", wish.by())
                .setParameter("at", clock.instant()).executeUpdate())
                .flatMap(claimed -> claimed == 1 ? store(wish, original) : before(wish));
    }

    private Uni<RedeliveryOutcome> store(Wish wish, ConsumerRecord<String, byte[]> original) {
        LOG.infof("redelivery letter=%s attempt=%d by=%s topic=%s", wish.letterId(), wish.attempt(), wish.by(),
                original.topic());
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(COUNT).setParameter("letter", wish.letterId())
                        .setParameter("attempt", wish.attempt()).setParameter("by", wish.by())
                        .setParameter("at", clock.instant()).executeUpdate())
                .chain(() -> outbox.store(original.topic(), original.key() == null ? "" : original.key(),
                        headers(wish, original), Letter.bytes(original).getBytes()))
                .replaceWith(new Sent(wish.attempt()));
    }

    private static Map<String, String> headers(Wish wish, ConsumerRecord<String, byte[]> original) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : original.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        headers.put(Letter.FOLLOWS, wish.letterId().toString());
        return headers;
    }

    private static Uni<RedeliveryOutcome> before(Wish wish) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FIRST, Object[].class).setParameter("letter", wish.letterId())
                        .setParameter("attempt", wish.attempt()).getSingleResult())
                .map(row -> new SentBefore(wish.attempt(), (String) row[0], ((OffsetDateTime) row[1]).toInstant()));
    }
}
