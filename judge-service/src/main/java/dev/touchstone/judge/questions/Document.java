package dev.touchstone.judge.questions;

/** What became of fetching a document. */
public sealed interface Document {

    /** What it holds, checked against its digest. */
    final class Content implements Document {

        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * It cannot be had, or is not what it should be.
     *
     * @param reason for people, to be read behind the document's name; holds nothing of the document
     */
    record Refused(String reason) implements Document {
    }
}
