package dev.touchstone.review.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Node;
import dev.touchstone.review.ledger.tree.Subtree;
import dev.touchstone.review.ledger.tree.Tree;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The ledger's Merkle tree in the database, which grows it with each entry. What is asked for an index or a size that the
 * ledger does not have fails with an {@link IllegalArgumentException}. Works in the caller's transaction or session.
 */
@ApplicationScoped
public class LedgerTree {

    private static final String SIZE = "select coalesce(max(index) + 1, 0) from ledger_entry";
    private static final String NODES = """
            select node.level, node.position, node.hash
            from unnest(cast(string_to_array(:levels, ' ') as int[]), cast(string_to_array(:positions, ' ') as bigint[]))
                 as wanted (level, position)
            join ledger_node node on node.level = wanted.level and node.position = wanted.position""";

    /** How many entries there are. */
    public Uni<Long> size() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(SIZE, Long.class).getSingleResult());
    }

    /** The head of the tree as it was at this size. */
    public Uni<Hash> root(long size) {
        return hashes(List.of(List.of(Tree.root(size)))).map(heads -> heads.getFirst().getFirst());
    }

    /** What proves that each of these entries is in the tree of this size, in their order; read at once. */
    public Uni<List<List<Hash>>> inclusion(List<Long> indices, long size) {
        return hashes(indices.stream().map(index -> Tree.inclusion(index, size)).toList());
    }

    /** What proves that the tree of the one size grew to that of the other. */
    public Uni<List<Hash>> consistency(long from, long to) {
        return hashes(List.of(Tree.consistency(from, to))).map(List::getFirst);
    }

    /** The hash of the entry at this index. */
    Uni<Hash> leaf(long index) {
        return hashes(List.of(List.of(new Subtree(index, index + 1)))).map(leaves -> leaves.getFirst().getFirst());
    }

    private static Uni<List<List<Hash>>> hashes(List<List<Subtree>> paths) {
        Set<Node> wanted = paths.stream().flatMap(List::stream).flatMap(subtree -> subtree.nodes().stream())
                .collect(Collectors.toSet());
        return read(wanted).map(known -> paths.stream()
                .map(path -> path.stream().map(subtree -> subtree.hash(node -> require(known, node))).toList()).toList());
    }

    private static Uni<Map<Node, Hash>> read(Collection<Node> nodes) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(NODES, Object[].class)
                .setParameter("levels", joined(nodes.stream().map(Node::level)))
                .setParameter("positions", joined(nodes.stream().map(Node::position))).getResultList())
                .map(LedgerTree::byNode);
    }

    private static String joined(Stream<? extends Number> numbers) {
        return numbers.map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Map<Node, Hash> byNode(List<Object[]> rows) {
        Map<Node, Hash> hashes = new HashMap<>();
        for (Object[] row : rows) {
            hashes.put(new Node(((Number) row[0]).intValue(), ((Number) row[1]).longValue()), new Hash((String) row[2]));
        }
        return hashes;
    }

    private static Hash require(Map<Node, Hash> known, Node node) {
        return Optional.ofNullable(known.get(node))
                .orElseThrow(() -> new IllegalArgumentException("The ledger has no " + node + " yet"));
    }
}
