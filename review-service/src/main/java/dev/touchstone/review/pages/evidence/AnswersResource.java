package dev.touchstone.review.pages.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Shown;
import dev.touchstone.review.Sight;
import dev.touchstone.review.Trail.StageArtifact;
import dev.touchstone.review.artifacts.Fetched;
import dev.touchstone.review.artifacts.StageFiles;
import dev.touchstone.review.cases.CaseFile;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.ErrorPage;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.Paths;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Shows a judge report of a review, read from the service that made it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
public class AnswersResource {

    public static final String REPORT = "judge_report.jsonl";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BAD_GATEWAY = 502;

    private final CaseFile cases;
    private final StageFiles files;
    private final Answering answering;
    private final Callers callers;

    AnswersResource(CaseFile cases, StageFiles files, Answering answering, Callers callers) {
        this.cases = cases;
        this.files = files;
        this.answering = answering;
        this.callers = callers;
    }

    @GET
    @Path(Paths.SUBMISSION + "/answers/{digest}")
    @Operation(hidden = true)
    public Uni<Response> answers(@PathParam("submissionId") UUID submissionId, @PathParam("digest") String digest) {
        if (!ArtifactRef.DIGEST.matcher(digest).matches()) {
            return answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND);
        }
        String path = "/submissions/" + submissionId + "/answers/" + digest;
        Caller caller = callers.current();
        Frame frame = answering.frame(path, caller);
        // The session ends before the fetch begins: a slow service must not hold a database connection.
        return Panache.withSession(() -> cases.view(submissionId, Sight.of(caller)))
                .flatMap(found -> found.flatMap(view -> report(view, digest).map(report -> page(view, report, frame)))
                        .orElseGet(() -> answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND)));
    }

    private static Optional<StageArtifact> report(CaseView view, String digest) {
        return view.trail().artifacts().stream().filter(each -> each.from().stage() == Stage.JUDGE
                && each.artifact().name().equals(REPORT) && each.artifact().digest().equals(digest)).findFirst();
    }

    private Uni<Response> page(CaseView view, StageArtifact report, Frame frame) {
        return files.at(report.artifact().url(), report.artifact().digest())
                .orElseGet(() -> Uni.createFrom().item(
                        new Fetched.Unavailable("its address is not one of the services'")))
                .map(fetched -> shape(view, report, fetched, frame.formats()))
                .flatMap(shaped -> answering.page(shaped.unavailable().isEmpty() ? OK : BAD_GATEWAY,
                        new AnswersPage(shaped, frame), frame));
    }

    private static AnswersView shape(CaseView view, StageArtifact report, Fetched fetched, Formats formats) {
        return switch (fetched) {
            case Fetched.Unavailable(String reason) -> view(view, report, reason, List.of());
            case Fetched.File(Buffer content) -> read(view, report, content, formats);
        };
    }

    private static AnswersView read(CaseView view, StageArtifact report, Buffer content, Formats formats) {
        try {
            return view(view, report, "", AnswersShaping.answers(content.getBytes(), formats));
        } catch (IOException unreadable) {
            return view(view, report, "the report cannot be read", List.of());
        }
    }

    private static AnswersView view(CaseView view, StageArtifact report, String unavailable,
            List<AnswersView.Answer> answers) {
        return new AnswersView(view.submissionId().toString(), Shown.of(view.subject().displayName()),
                report.from().attempt(), Shown.of(unavailable), answers);
    }
}
