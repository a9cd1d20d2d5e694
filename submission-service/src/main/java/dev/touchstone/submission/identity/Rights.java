package dev.touchstone.submission.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Problems;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

/**
 * Who may administrate what. An operator looks after every organisation; an organisation looks after its own keys by
 * whoever of it submits. What a caller may not know of does not exist for it.
 */
@ApplicationScoped
class Rights {

    private final Callers callers;
    private final Organizations organizations;

    Rights(Callers callers, Organizations organizations) {
        this.callers = callers;
        this.organizations = organizations;
    }

    Caller caller() {
        return callers.current();
    }

    /** The organisation, for whoever may know of it. */
    Uni<Organization> see(String organizationId) {
        return enter(organizationId, true);
    }

    /** The organisation, for whoever may know who belongs to it and which keys it has. */
    Uni<Organization> inspect(String organizationId) {
        Caller caller = caller();
        return enter(organizationId, caller.has(Roles.OPERATOR) || caller.has(Roles.AUDITOR) || isOwn(caller, organizationId));
    }

    /** The organisation, for whoever may give out its keys and withdraw them. */
    Uni<Organization> manageKeys(String organizationId) {
        Caller caller = caller();
        return enter(organizationId, caller.has(Roles.OPERATOR) || isOwn(caller, organizationId));
    }

    private static boolean isOwn(Caller caller, String organizationId) {
        return caller.has(Roles.SUBMITTER) && caller.isOf(organizationId);
    }

    private Uni<Organization> enter(String organizationId, boolean may) {
        if (!caller().maySee(organizationId)) {
            throw Problems.notFound("organization");
        }
        return organizations.find(organizationId).map(found -> admit(found, may));
    }

    private static Organization admit(Optional<Organization> found, boolean may) {
        Organization organization = found.orElseThrow(() -> Problems.notFound("organization"));
        if (!may) {
            throw new ForbiddenException("Only for the organisation itself and for operators");
        }
        return organization;
    }
}
