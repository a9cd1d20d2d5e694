package dev.touchstone.submission.catalog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Cursor;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.catalog.AgentViews.AgentLine;
import dev.touchstone.submission.catalog.AgentViews.AgentView;
import dev.touchstone.submission.catalog.AgentViews.BaselineView;
import dev.touchstone.submission.catalog.AgentViews.RevisionView;
import dev.touchstone.submission.catalog.AgentViews.SubmissionLine;
import dev.touchstone.submission.policy.Baselines;
import dev.touchstone.submission.review.Reviews;
import dev.touchstone.submission.review.Round;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Puts together what clients see of agents. Every method joins the caller's session. */
@ApplicationScoped
class AgentHistory {

    /** Later than every submission. */
    private static final Agents.Revision BEGINNING = new Agents.Revision("", Instant.parse("9999-12-31T00:00:00Z"));

    private final Agents agents;
    private final Reviews reviews;
    private final Baselines baselines;
    private final CatalogSearch catalog;
    private final Links links;

    AgentHistory(Agents agents, Reviews reviews, Baselines baselines, CatalogSearch catalog, Links links) {
        this.agents = agents;
        this.reviews = reviews;
        this.baselines = baselines;
        this.catalog = catalog;
        this.links = links;
    }

    Uni<Page<AgentLine>> page(@Nullable String organization, @Nullable String after, int limit) {
        String last = Cursor.read(after, 1).map(key -> String.valueOf(key.getFirst())).orElse("");
        return agents.ids(organization, last, limit + 1).map(ids -> Page.of(ids, limit, Cursor::of))
                .flatMap(page -> lines(organization, page.items())
                        .map(lines -> page.map(id -> Objects.requireNonNull(lines.get(id)))));
    }

    private Uni<Map<String, AgentLine>> lines(@Nullable String organization, List<String> ids) {
        return agents.latest(organization, ids).flatMap(latest -> rounds(List.copyOf(latest.values()))
                .flatMap(rounds -> agents.revisions(organization, ids).flatMap(revisions -> baselines.current(ids)
                        .map(current -> ids.stream().collect(Collectors.toMap(id -> id,
                                id -> line(Objects.requireNonNull(latest.get(id)), rounds, revisions.getOrDefault(id, 0L),
                                        BaselineView.of(current.get(id)))))))));
    }

    private AgentLine line(Submission latest, Map<UUID, Round> rounds, long revisions, @Nullable BaselineView baseline) {
        return new AgentLine(latest.agentId(), latest.dossier().agent().displayName(), latest.organizationId(), revisions,
                latest.revision(), SubmissionLine.of(latest, rounds, links), baseline);
    }

    Uni<AgentView> agent(@Nullable String organization, String agent, @Nullable String after, int limit) {
        return latest(organization, agent)
                .flatMap(latest -> agents.revisions(organization, agent, place(after), limit + 1)
                        .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.submittedAt().toString(), row.name())))
                        .flatMap(page -> baselines.current(agent).flatMap(baseline -> revisions(organization, agent, page)
                                .map(revisions -> new AgentView(agent, latest.dossier().agent().displayName(),
                                        latest.organizationId(), BaselineView.of(baseline), revisions, page.next())))));
    }

    private static Agents.Revision place(@Nullable String after) {
        return Cursor.read(after, 2).map(key -> {
            try {
                return new Agents.Revision(String.valueOf(key.get(1)), Instant.parse(String.valueOf(key.getFirst())));
            } catch (DateTimeParseException foreign) {
                throw Cursor.malformed();
            }
        }).orElse(BEGINNING);
    }

    private Uni<List<RevisionView>> revisions(@Nullable String organization, String agent, Page<Agents.Revision> page) {
        List<String> names = page.items().stream().map(Agents.Revision::name).toList();
        return agents.submissions(organization, agent, names).flatMap(submissions -> rounds(submissions)
                .flatMap(rounds -> standings(agent).map(standings -> names.stream()
                        .map(name -> new RevisionView(name, standings.get(name), submissions.stream()
                                .filter(submission -> submission.revision().equals(name))
                                .map(submission -> SubmissionLine.of(submission, rounds, links)).toList()))
                        .toList())));
    }

    Uni<RevisionView> revision(@Nullable String organization, String agent, String revision) {
        return agents.submissions(organization, agent, List.of(revision))
                .invoke(found -> requireAny(found, "revision"))
                .flatMap(found -> Multi.createFrom().iterable(found).onItem().transformToUniAndConcatenate(this::withRounds)
                        .collect().asList())
                .flatMap(
                        lines -> standings(agent).map(standings -> new RevisionView(revision, standings.get(revision), lines)));
    }

    private Uni<SubmissionLine> withRounds(Submission submission) {
        return reviews.rounds(submission.id()).map(rounds -> SubmissionLine.of(submission, rounds, links));
    }

    /**
     * Fails with 404 where the caller may not know that there is such an agent.
     *
     * @param organization whose agents the caller sees, null for all
     */
    Uni<Submission> latest(@Nullable String organization, String agent) {
        return agents.latest(organization, List.of(agent)).map(found -> found.get(agent))
                .onItem().ifNull().failWith(() -> Problems.notFound("agent"));
    }

    private Uni<Map<String, String>> standings(String agent) {
        return catalog.ofAgent(agent).map(rows -> rows.stream()
                .collect(Collectors.toMap(row -> row.revision, row -> row.standing)));
    }

    private Uni<Map<UUID, Round>> rounds(List<Submission> submissions) {
        return reviews.latestOf(submissions.stream().map(Submission::id).toList());
    }

    private static void requireAny(List<?> found, String what) {
        if (found.isEmpty()) {
            throw Problems.notFound(what);
        }
    }
}
