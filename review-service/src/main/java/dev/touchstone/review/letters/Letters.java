package dev.touchstone.review.letters;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.SearchPattern;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** The dead letters, the newest first. Works in the caller's transaction or session. */
@ApplicationScoped
public class Letters {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };
    private static final String FITS = """
            from dead_letter where search like :text escape '\\' and (:topic = '' or topic = :topic)""";
    private static final String LIST = "select * " + FITS + " order by arrived_at desc, id desc limit :limit";
    private static final String BEFORE = "select * " + FITS + """
             and (arrived_at, id) < (select arrived_at, id from dead_letter where id = :place)
            order by arrived_at desc, id desc limit :limit""";
    private static final String COUNT = "select count(*) " + FITS;
    private static final int SEARCHED = 8_000;

    private final Clock clock;

    Letters(Clock clock) {
        this.clock = clock;
    }

    /** A letter and how often it was sent again. */
    public record Kept(Letter letter, int redelivered, @Nullable Last last) {
    }

    /** Who sent it again the last time. */
    public record Last(String by, Instant at) {
    }

    /**
     * Which letters are asked for; empty asks for all.
     *
     * @param before behind which one the page begins, null for the newest
     */
    public record Wanted(String topic, String search, @Nullable UUID before) {

        public Wanted {
            topic = storable(topic);
            search = storable(search);
        }
    }

    Uni<Void> add(Letter letter) {
        LetterRow row = new LetterRow();
        row.id = letter.id();
        row.handler = storable(letter.cause().handler());
        row.reason = storable(letter.cause().reason());
        row.topic = storable(letter.from().topic());
        row.partition = letter.from().partition();
        row.recordOffset = letter.from().offset();
        row.size = letter.content().size();
        row.messageKey = storable(letter.content().key());
        row.headers = json(letter.content().headers());
        row.payload = letter.content().payload().getBytes();
        row.writtenAt = letter.cause().at();
        row.arrivedAt = clock.instant();
        row.search = searchText(letter);
        row.follows = letter.follows();
        return Panache.getSession().flatMap(session -> session.persist(row));
    }

    /** At most {@code limit} of those that fit. */
    public Uni<List<Kept>> list(Wanted wanted, int limit) {
        return Panache.getSession().flatMap(session -> {
            String sql = wanted.before() == null ? LIST : BEFORE;
            Mutiny.SelectionQuery<LetterRow> query = asked(session.createNativeQuery(sql, LetterRow.class), wanted)
                    .setParameter("limit", limit);
            return (wanted.before() == null ? query : query.setParameter("place", wanted.before())).getResultList();
        }).map(rows -> rows.stream().map(Letters::kept).toList());
    }

    public Uni<Long> count(Wanted wanted) {
        return Panache.getSession()
                .flatMap(session -> asked(session.createNativeQuery(COUNT, Long.class), wanted).getSingleResult());
    }

    private static <T> Mutiny.SelectionQuery<T> asked(Mutiny.SelectionQuery<T> query, Wanted wanted) {
        return query.setParameter("text", SearchPattern.containing(wanted.search())).setParameter("topic", wanted.topic());
    }

    public Uni<Optional<Kept>> find(UUID id) {
        return Panache.getSession().flatMap(session -> session.find(LetterRow.class, id))
                .map(row -> Optional.ofNullable(row).map(Letters::kept));
    }

    private static Kept kept(LetterRow row) {
        return new Kept(new Letter(row.id, new Letter.Cause(row.handler, row.reason, row.writtenAt),
                new Letter.Origin(row.topic, row.partition, row.recordOffset),
                new Letter.Content(row.messageKey, headers(row.headers), Buffer.buffer(row.payload), row.size), row.follows),
                row.redelivered, last(row));
    }

    private static @Nullable Last last(LetterRow row) {
        return row.redeliveredBy == null || row.redeliveredAt == null ? null : new Last(row.redeliveredBy, row.redeliveredAt);
    }

    private static String searchText(Letter letter) {
        Buffer payload = letter.content().payload();
        return storable(String.join(" ", letter.cause().handler(), letter.cause().reason(), letter.from().topic(),
                letter.content().key(), payload.slice(0, Math.min(payload.length(), SEARCHED)).toString()))
                .toLowerCase(Locale.ROOT);
    }

    /** PostgreSQL's text holds every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    private static String json(Map<String, String> headers) {
        try {
            return EventJson.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of strings can be written", impossible);
        }
    }

    private static Map<String, String> headers(String json) {
        try {
            return EventJson.mapper().readValue(json, HEADERS);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("These headers were written here", corrupt);
        }
    }
}
