package dev.touchstone.review.ledger;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Roles;
import dev.touchstone.review.ledger.tree.Hash;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/**
 * Proofs of the ledger's tree. They are hashes of texts that nobody can guess, so they are for everybody who may ask for
 * anything: a submitter needs them for the own entries, and learns nothing of those of others but how many there are.
 */
@Path("/review/ledger/proof")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class ProofResource {

    private final LedgerTree tree;

    ProofResource(LedgerTree tree) {
        this.tree = tree;
    }

    /** @param path from the leaf to the head, as RFC 6962 orders it */
    @RegisterForReflection
    record Inclusion(long index, long size, String leafHash, String rootHash, List<String> path) {

        Inclusion {
            path = List.copyOf(path);
        }
    }

    /** @param path as RFC 6962 orders it; empty where either tree has no entries, or both are one */
    @RegisterForReflection
    record Consistency(long from, long to, String fromRootHash, String toRootHash, List<String> path) {

        Consistency {
            path = List.copyOf(path);
        }
    }

    @GET
    @Path("/inclusion")
    @WithSession
    @Operation(summary = "What proves that an entry is in the ledger (RFC 6962, audit path)")
    public Uni<Inclusion> inclusion(@QueryParam("index") Optional<String> index, @QueryParam("size") Optional<String> size) {
        return tree.size().flatMap(entries -> {
            Asked asked = new Asked(entries);
            long of = asked.size("size", size);
            long at = asked.index("index", index, of);
            asked.check();
            return inclusion(at, of);
        });
    }

    @GET
    @Path("/consistency")
    @WithSession
    @Operation(summary = "What proves that the ledger of one size grew to that of another (RFC 6962)")
    public Uni<Consistency> consistency(@QueryParam("from") Optional<String> from, @QueryParam("to") Optional<String> to) {
        return tree.size().flatMap(entries -> {
            Asked asked = new Asked(entries);
            long second = asked.size("to", to);
            long first = asked.size("from", from, second);
            asked.check();
            return consistency(first, second);
        });
    }

    private Uni<Inclusion> inclusion(long index, long size) {
        return tree.leaf(index).flatMap(leaf -> tree.root(size).flatMap(root -> tree.inclusion(List.of(index), size)
                .map(paths -> new Inclusion(index, size, leaf.hex(), root.hex(), hex(paths.getFirst())))));
    }

    private Uni<Consistency> consistency(long from, long to) {
        return tree.root(from).flatMap(first -> tree.root(to).flatMap(second -> tree.consistency(from, to)
                .map(path -> new Consistency(from, to, first.hex(), second.hex(), hex(path)))));
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::hex).toList();
    }
}
