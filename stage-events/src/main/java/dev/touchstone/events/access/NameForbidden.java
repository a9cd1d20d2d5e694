package dev.touchstone.events.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.security.ForbiddenException;

/** Gives the library's answer to a role that is not enough the stable type that all problems here have. */
@ApplicationScoped
class NameForbidden implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return context.cause instanceof ForbiddenException
                ? AccessProblems.problem("forbidden", 403, "You may not do this")
                        .withDetail("Your role does not allow it.").build()
                : problem;
    }
}
