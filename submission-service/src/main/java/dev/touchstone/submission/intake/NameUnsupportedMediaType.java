package dev.touchstone.submission.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;

import dev.touchstone.submission.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/** Gives the library's answer to another media type the stable type that all problems here have. */
@ApplicationScoped
class NameUnsupportedMediaType implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return context.cause instanceof NotSupportedException ? Problems.unsupportedMediaType() : problem;
    }
}
