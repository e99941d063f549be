// What the library jackson-module-kotlin would give: constructors of Kotlin need nothing more, since the generated ones name their properties.
package com.fasterxml.jackson.module.kotlin

import com.fasterxml.jackson.databind.ObjectMapper

fun jacksonObjectMapper(): ObjectMapper = ObjectMapper()
