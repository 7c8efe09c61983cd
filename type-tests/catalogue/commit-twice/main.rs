include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    let b = filp_open("b")?;
    fd.fd_install(a);
    fd.fd_install(b); //~ E0382
    Ok(())
}
