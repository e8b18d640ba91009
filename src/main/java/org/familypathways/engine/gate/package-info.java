/**
 * The one gate that a model passes on its way to the engine. It refuses whatever could run code or leave the house, and
 * holds a model to the conventions by which people find their way in it. What it says, a manager can understand.
 */
@NullMarked
@NamedInterface("gate")
package org.familypathways.engine.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
