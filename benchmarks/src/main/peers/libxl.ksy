meta:
  id: libxl
  endian: le
doc: The records of a little-endian libxl stream, without the libxc stream in it.
seq:
  - id: header
    type: header
  - id: records
    type: record
    repeat: eos
types:
  header:
    meta:
      endian: be
    seq:
      - id: ident
        type: u8
      - id: version
        type: u4
      - id: options
        type: u4
  record:
    seq:
      - id: rtype
        type: s4
      - id: body_length
        type: u4
      - id: body
        size: body_length
        type:
          switch-on: rtype
          cases:
            0: empty
            1: empty
            2: emulator_xenstore_data
            3: emulator_context
            4: empty
            5: checkpoint_state
      - id: padding
        size: (8 - body_length % 8) % 8
  empty: {}
  emulator_xenstore_data:
    seq:
      - id: emulator_id
        type: u4
        enum: emulator
      - id: index
        type: u4
      - id: pairs
        type: pair
        repeat: eos
  pair:
    seq:
      - id: key
        type: strz
        encoding: ISO-8859-1
      - id: value
        type: strz
        encoding: ISO-8859-1
  emulator_context:
    seq:
      - id: emulator_id
        type: u4
        enum: emulator
      - id: index
        type: u4
      - id: context
        size-eos: true
  checkpoint_state:
    seq:
      - id: control_id
        type: u4
      - id: reserved
        type: u4
enums:
  emulator:
    0: unknown
    1: qemu_traditional
    2: qemu_upstream
