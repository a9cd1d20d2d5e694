package dev.touchstone.submission.identity;

import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Members;

/** Reads what somebody shall be allowed to do. */
final class Scopes {

    private static final int MOST = 8;
    private static final String READ = ":read";

    private Scopes() {
    }

    /** What the array names; whatever is no scope, or more than {@code by} may give, is a violation at its place. */
    static Set<String> read(Members request, String member, Caller by) {
        Set<String> scopes = new TreeSet<>();
        JsonNode array = request.raw(member);
        if (!array.isArray() || array.isEmpty() || array.size() > MOST) {
            request.fault(member, "must be an array of 1 to " + MOST + " scopes");
            return scopes;
        }
        for (int index = 0; index < array.size(); index++) {
            String scope = array.get(index).asText();
            if (!array.get(index).isTextual() || !Grant.isScope(scope)) {
                request.faultIn(member, index, "must be submitter, reviewer, operator or auditor, with or without :read");
            } else if (!mayGive(by, scope)) {
                request.faultIn(member, index, "is more than you may do yourself");
            }
            scopes.add(scope);
        }
        return scopes;
    }

    /**
     * Who may do something may also give away the reading of it. Nobody but an operator makes a reviewer: a decision against
     * the jury takes two of them, and one person with two keys would be two.
     */
    private static boolean mayGive(Caller by, String scope) {
        String role = scope.endsWith(READ) ? scope.substring(0, scope.length() - READ.length()) : scope;
        return by.has(Roles.OPERATOR) || (by.has(role) && !scope.equals(Roles.REVIEWER));
    }
}
