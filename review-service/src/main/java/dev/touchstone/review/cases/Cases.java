package dev.touchstone.review.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.outbox.RunAliases;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Shown;
import dev.touchstone.review.Sight;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The cases. Works in the caller's transaction or session. */
@ApplicationScoped
public class Cases implements RunAliases {

    /** In characters. */
    private static final int LONGEST_SORT_NAME = 100;
    private static final String OF_AGENT = """
            from CaseRow where agentId = :agent and (:everything = true or organizationId = :organization)
            order by startedAt desc, submissionId desc""";

    private final Timeline timeline;

    Cases(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The case, or empty where it is not known or out of sight. */
    public Uni<Optional<CaseView>> find(UUID submissionId, Sight sight) {
        return row(submissionId).map(row -> Optional.ofNullable(row).map(Cases::view).filter(sight::has));
    }

    /** A case that was found, as it is in the database now. */
    public Uni<CaseView> again(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.find(CaseRow.class, submissionId)
                .call(row -> session.refresh(row))).map(Cases::view);
    }

    /** The case, for a virtual thread outside of any session; empty where it is not known or out of sight. */
    Optional<CaseView> findNow(UUID submissionId, Sight sight) {
        return Blocking.inTransaction(() -> find(submissionId, sight));
    }

    /** At most {@code limit} reviews of the agent that are in sight, the last begun first. */
    public Uni<List<CaseView>> ofAgent(String agentId, Sight sight, int limit) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(OF_AGENT, CaseRow.class)
                .setParameter("agent", Shown.of(agentId).text()).setParameter("everything", sight.everything())
                .setParameter("organization", sight.organizationId()).setMaxResults(limit).getResultList())
                .map(rows -> rows.stream().map(Cases::view).toList());
    }

    @Override
    public Uni<@Nullable String> of(UUID submissionId) {
        return row(submissionId).map(row -> row == null ? null : view(row).wandbRun().alias());
    }

    /** Brings the case up to date with an event that is already in the timeline. */
    Uni<CaseView> apply(StageEvent event) {
        return row(event.submissionId()).flatMap(row -> row == null ? begin(event) : goOn(row, event));
    }

    private Uni<CaseView> begin(StageEvent event) {
        CaseRow row = new CaseRow();
        row.submissionId = event.submissionId();
        CaseView view = fill(row, CaseView.begin(event));
        return Panache.getSession().flatMap(session -> session.persist(row)).replaceWith(view);
    }

    private Uni<CaseView> goOn(CaseRow row, StageEvent event) {
        CaseView view = view(row);
        return view.changesThePast(event)
                ? timeline.of(event.submissionId())
                        .map(entries -> fill(row, CaseView.of(entries.stream().map(Timeline.Entry::event).toList())))
                : Uni.createFrom().item(fill(row, view.apply(event)));
    }

    /**
     * Makes the case anew from all its events, in the caller's transaction.
     *
     * @return whether another one was stored, or none
     */
    public Uni<Boolean> rebuild(List<StageEvent> events) {
        CaseView view = CaseView.of(events);
        return row(view.submissionId()).flatMap(row -> {
            if (row == null) {
                CaseRow fresh = new CaseRow();
                fresh.submissionId = view.submissionId();
                fill(fresh, view);
                return Panache.getSession().flatMap(session -> session.persist(fresh)).replaceWith(true);
            }
            boolean same = document(row).equals(documentOf(view));
            fill(row, view);
            return Uni.createFrom().item(!same);
        });
    }

    /**
     * All that is stored of the case as one JSON document: the view, and the columns that the queue sorts and searches by.
     * Empty
     * where nothing is stored.
     */
    public Uni<Optional<JsonNode>> document(UUID submissionId) {
        return row(submissionId).map(row -> Optional.ofNullable(row).map(Cases::document));
    }

    /** The document that would be stored of this case. */
    public static JsonNode documentOf(CaseView view) {
        CaseRow row = new CaseRow();
        fill(row, view);
        return document(row);
    }

    private static JsonNode document(CaseRow row) {
        ObjectNode document = EventJson.mapper().createObjectNode();
        document.set("view", EventJson.mapper().valueToTree(view(row)));
        ObjectNode queue = document.putObject("queue").put("organizationId", row.organizationId).put("state", row.state);
        queue.put("waitingSince", row.waitingSince == null ? null : stored(row.waitingSince));
        queue.put("changedAt", stored(row.changedAt)).put("search", row.search);
        return document;
    }

    /** As the database keeps it. */
    private static String stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static Uni<@Nullable CaseRow> row(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.find(CaseRow.class, submissionId));
    }

    private static CaseView fill(CaseRow row, CaseView view) {
        CaseView.Question question = view.course().question();
        // A NUL in it, which PostgreSQL does not store, must not hide the review; nor may it become another organisation's name.
        row.organizationId = Shown.of(view.subject().organizationId()).text();
        row.agentId = Shown.of(view.subject().review().agentId()).text();
        row.runState = view.trail().run() == null ? "" : view.trail().run().state().key();
        row.startedAt = view.course().startedAt();
        row.state = view.course().state().key();
        row.waitingSince = question == null ? null : question.since();
        row.changedAt = view.course().changedAt();
        row.sourceStage = question == null ? null : question.sourceStage().key();
        row.reason = ReasonKind.of(view).map(ReasonKind::key).orElse(null);
        row.verdict = view.findings().verdict() == null ? null : view.findings().verdict().ruling().key();
        row.agentName = sortName(view);
        row.line = CaseSummary.of(view).json();
        row.search = searchTerms(view);
        row.view = json(view);
        return view;
    }

    /** What a reviewer may have in hand: a name, or an id from a log, a link or W&amp;B. */
    private static String searchTerms(CaseView view) {
        CaseView.Subject subject = view.subject();
        return SearchTerms.of(List.of(subject.displayName(), subject.review().agentId(), subject.review().revision()),
                List.of(view.submissionId().toString(), subject.review().wandbRun().runId(), view.wandbRun().wandbId()));
    }

    /** To sort by, as a page shows it. */
    private static String sortName(CaseView view) {
        String name = Shown.of(view.subject().displayName()).text().toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST_SORT_NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_SORT_NAME / 2));
    }

    static CaseView view(CaseRow row) {
        return read(row.view);
    }

    static CaseView read(String json) {
        try {
            return EventJson.mapper().readValue(json, CaseView.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A case was written by this service", corrupt);
        }
    }

    private static String json(CaseView view) {
        try {
            return EventJson.mapper().writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A case is made of records that Jackson can write", impossible);
        }
    }
}
