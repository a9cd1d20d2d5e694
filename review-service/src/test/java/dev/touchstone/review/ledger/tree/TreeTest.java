package dev.touchstone.review.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The eight leaves with which Certificate Transparency's own tests began, and what was published for them. */
class TreeTest {

    private static final List<Hash> LEAVES = Stream
            .of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex).map(Hash::leaf).toList();
    private static final List<String> ROOTS = List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8 })
    void theHeadIsThePublishedOne(int size) {
        assertEquals(ROOTS.get(size), Tree.root(LEAVES.subList(0, size)).hex());
    }

    @ParameterizedTest
    @CsvSource({ "0, 1, ''",
            "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                    + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                    + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b "
                    + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                    + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d "
                    + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                    + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b" })
    void theInclusionProofIsThePublishedOne(int index, int size, String published) {
        // When
        List<Hash> path = Tree.inclusion(index, LEAVES.subList(0, size));
        // Then
        assertEquals(hashes(published), path);
        assertTrue(Proofs.includes(LEAVES.get(index), index, size, path, new Hash(ROOTS.get(size))));
    }

    @ParameterizedTest
    @CsvSource({ "1, 1, ''",
            "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                    + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                    + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a "
                    + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                    + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                    + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b" })
    void theConsistencyProofIsThePublishedOne(int from, int to, String published) {
        // When
        List<Hash> path = Tree.consistency(from, LEAVES.subList(0, to));
        // Then
        assertEquals(hashes(published), path);
        assertTrue(Proofs.isConsistent(from, new Hash(ROOTS.get(from)), to, new Hash(ROOTS.get(to)), path));
    }

    @Test
    void whatIsNotInTheTreeHasNoProof() {
        assertThrows(IllegalArgumentException.class, () -> Tree.inclusion(8, 8));
        assertThrows(IllegalArgumentException.class, () -> Tree.inclusion(-1, 8));
        assertThrows(IllegalArgumentException.class, () -> Tree.consistency(9, 8));
        assertThrows(IllegalArgumentException.class, () -> Tree.consistency(-1, 8));
        assertThrows(IllegalArgumentException.class, () -> Tree.root(-1));
    }

    @Test
    void aProofReadsFewNodesHoweverLargeTheTree() {
        // Given
        long size = 1_000_003;
        // When
        long read = Tree.inclusion(777_777, size).stream().mapToLong(subtree -> subtree.nodes().size()).sum();
        // Then: 20 levels, and the right rim once
        assertTrue(read <= 40, "read " + read);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "6e", "6E340B9CFFB37A989CA544E6BB780A2C78901D3FB33738768511A30617AFA01D",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01g",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d " })
    void anotherSpellingOfAHashIsNone(String hex) {
        assertThrows(IllegalArgumentException.class, () -> new Hash(hex));
    }

    private static List<Hash> hashes(String list) {
        return list.isEmpty() ? List.of() : Stream.of(list.split(" ")).map(Hash::new).toList();
    }
}
