package dev.touchstone.sandbox.suite;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An imported suite, as it was stored once and for all. */
@Entity
@Immutable
@Table(name = "suite")
@IdClass(StoredSuite.Key.class)
class StoredSuite {

    /** Which one. */
    record Key(String name, String version) implements Serializable {

        /** Whether anything can be called so; the database refuses to look for some of what cannot. */
        boolean isPossible() {
            return Manifest.NAME.faultOf(name) == null && Manifest.VERSION.faultOf(version) == null;
        }

        @Override
        public String toString() {
            return name + "@" + version;
        }
    }

    @Id
    String name;

    @Id
    String version;

    String kind;

    String digest;

    String manifest;

    String lines;

    String counts;

    @Column(name = "imported_by")
    String importedBy;

    @Column(name = "imported_at")
    Instant importedAt;

    SuiteDocument document() {
        return new SuiteDocument(manifest, lines);
    }
}
