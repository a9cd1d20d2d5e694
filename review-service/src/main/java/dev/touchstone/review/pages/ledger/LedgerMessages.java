package dev.touchstone.review.pages.ledger;

import dev.touchstone.review.ledger.audit.UploadStatus;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the ledger's page says, in English; Japanese is in {@code messages/ledger_ja.properties}. */
@MessageBundle("ledger")
interface LedgerMessages {

    @Message("Ledger")
    String title();

    @Message("What was concluded, by whom and on which evidence. Each entry holds the hash of the one before it, and a signed"
            + " checkpoint covers them all: nothing can be changed or removed unnoticed.")
    String hint();

    @Message("Nothing was concluded yet.")
    String none();

    @Message("Download for checking")
    String export();

    @Message("As JSON")
    String json();

    @Message("Proof")
    String proof();

    @Message("{#when status}{#is HOLDS}This server says: all entries are in the signed ledger.{#is FAULTS}This server found faults."
            + "{#is UNCHECKED}Too many entries to check them for a page.{/when}")
    String standing(LedgerView.Status status);

    @Message("{#when status}{#is HOLDS}proved{#is FAULTS}fault{#is UNCHECKED}not checked{/when}")
    String status(LedgerView.Status status);

    @Message("A server can say anything about itself. To be sure, download the file and check it on your own machine, with the"
            + " ledger's key that you got elsewhere:")
    String how();

    @Message("How the check works, and how to write your own, is in LEDGER.md beside the service's source.")
    String format();

    @Message("Checkpoint")
    String checkpoint();

    @Message("{count} entries in the whole ledger")
    String size(String count);

    @Message("Root hash")
    String root();

    @Message("Signed by")
    String signedBy();

    @Message("Signed at")
    String signedAt();

    @Message("development key")
    String development();

    @Message("Everybody has this key, so its signature proves nothing to others. In production the operator sets an own one.")
    String developmentMeans();

    @Message("Entries {first} to {last} of {count}")
    String range(int first, int last, int count);

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("Entry")
    String entry();

    @Message("Event")
    String event();

    @Message("By")
    String by();

    @Message("Evidence")
    String evidence();

    @Message("Audit endpoint")
    String upload();

    @Message("{#when state}{#is WAITING}waits{#is FAILED}not taken{#is DELIVERED}delivered{/when}")
    String uploadState(UploadStatus.State state);

    @Message("Send again")
    String resend();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Copy the hash of entry {index}")
    String copyOf(long index);

    @Message("Text")
    String text();

    @Message("What is hashed is this text. Invisible characters are spelled out here; the exact bytes are in the download.")
    String textHint();
}
