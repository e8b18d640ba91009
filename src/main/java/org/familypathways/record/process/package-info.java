/** The record's side of the engine: the references that cases carry, and reporting what happened to a waiting case. */
@NullMarked
@NamedInterface("process")
package org.familypathways.record.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
