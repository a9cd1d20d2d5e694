package dev.touchstone.sandbox.suite;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** That an imported suite is not asked any more, and why. */
@Entity
@Immutable
@Table(name = "suite_retirement")
@IdClass(StoredSuite.Key.class)
class StoredRetirement {

    @Id
    String name;

    @Id
    String version;

    String reason;

    @Column(name = "retired_by")
    String retiredBy;

    @Column(name = "retired_at")
    Instant retiredAt;
}
