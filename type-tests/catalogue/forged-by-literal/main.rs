include!("../prelude.rs");

pub fn run() {
    let fd = FileDescriptorReservation { fd: 3 }; //~ error
    put_unused_fd(fd);
}
