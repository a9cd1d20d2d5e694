package dev.touchstone.review.ledger.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.review.ledger.tree.Hash;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @Test
    void theSpecificationsExampleIsReadAndWritten() {
        // Given
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        // When
        Checkpoint checkpoint = Checkpoint.parse(text);
        // Then
        assertEquals(new Checkpoint("example.com/behind-the-sofa", 20852163,
                new Hash("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")), checkpoint);
        assertEquals(text, checkpoint.text());
    }

    @Test
    void anEmptyLogHasACheckpoint() {
        assertEquals("log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", new Checkpoint("log", 0, Hash.EMPTY).text());
    }

    @Test
    void linesThatAreNotKnownArePassedBy() {
        assertEquals(7, Checkpoint.parse("log\n7\n" + ROOT + "\nmore\n").size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "log\n7\n", "log\n7\n" + ROOT, "\n7\n" + ROOT + "\n", "log\n07\n" + ROOT + "\n",
            "log\n-7\n" + ROOT + "\n", "log\n+7\n" + ROOT + "\n", "log\n7 \n" + ROOT + "\n",
            "log\n٧\n" + ROOT + "\n", "log\n9223372036854775808\n" + ROOT + "\n", "log\n7\nAAAA\n",
            "log\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", "log\n7\n" + ROOT + "\n\n",
            "log\n7\n" + ROOT + "\n\nmore\n" })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThrows(MalformedNote.class, () -> Checkpoint.parse(text));
    }
}
