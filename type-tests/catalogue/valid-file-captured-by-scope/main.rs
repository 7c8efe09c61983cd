include!("../prelude.rs");

pub fn run() -> Result<(), Errno> {
    let a = filp_open("a")?;
    with_current(|current| {
        let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
        fd.fd_install(a);
        Ok(())
    })
}
